import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { addDevices } from '#tests/bench/devices.ts';
import { CENTER } from '#tests/contract/server-store-writer.ts';
import { Delays } from '../clients/delays.ts';
import { PooledLine } from '../clients/pooled-line.ts';
import { SimulatedWindow } from '../clients/simulated-window.ts';
import { type Drilled } from '../drilled.ts';
import { DrilledServer } from '../drilled-server.ts';
import { type LoadingDevice } from '../loading-device.ts';
import { type LoadOptions, underLoad } from '../under-load.ts';
import { limitFileSize, mountSmallDisk, type SmallDisk } from './small-disk.ts';

const WITHIN_MS = 30_000;
const ASK_EVERY_MS = 20;
const LEFT_BYTES = 512 * 1024;
const FULL_MS = { least: 100, more: 1500 };

/** `by`: which kind of disk; without it a real one where this process may mount one. */
type DiskOptions = LoadOptions & { diskMiB: number; by?: 'limit' };

/**
 * The server's disk is filled under load, again and again: the server refuses what is pushed, says why, and answers whoever reads; with
 * room again it takes what the devices kept.
 */
export async function fillDisk({ diskMiB, by, ...options }: DiskOptions): Promise<Drilled> {
	const server = new DrilledServer(options.port);
	const mounted = by === 'limit' ? null : mountSmallDisk(server.dataDir, diskMiB);
	const disk = mounted ?? limitFileSize(() => server.pid);
	if (!disk) throw new Error('This drill needs a system that lets it mount a file system or limit the size of files');
	const line = new PooledLine(server.origin);
	let longest = 0;
	const refusals = new Set<string>();
	try {
		await server.start();
		const reader = await openReader(server, line);
		const drilled = await underLoad({
			drill: mounted ? 'disk, full' : 'disk, refused',
			bases: [server.origin],
			place: server.place,
			options,
			fail: async (_, random, load) => {
				const refused = await fillAndFree(disk, { server, reader, load, random });
				refused.codes.forEach((code) => refusals.add(code));
				longest = Math.max(longest, refused.writesAgainMs);
			},
			check: async () => [...(await notProven(server)), ...(reader.unanswered > 0 ? ['Reading did not go on'] : [])]
		});
		const notes = [`${disk.kind}; refused as ${[...refusals].join(', ')}; writes again within ${longest} ms`];
		return { ...drilled, notes: [...drilled.notes, ...notes] };
	} finally {
		line.close();
		await server.stop();
		disk.close();
		await server.end();
	}
}

type Round = {
	server: DrilledServer;
	reader: SimulatedWindow;
	load: readonly LoadingDevice[];
	random: () => number;
};

async function fillAndFree(
	disk: SmallDisk,
	{ server, reader, load, random }: Round
): Promise<{ codes: string[]; writesAgainMs: number }> {
	const codesNow = () => load.flatMap(({ refusals }) => refusals);
	const before = codesNow().length;
	const taken = () => load.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
	disk.fill(random() * LEFT_BYTES);
	await until('a push is refused', () => codesNow().length > before);
	await until('health says so', async () => (await server.health()).state !== 'ok');
	await reader.readAnew();
	await wait(FULL_MS.least + random() * FULL_MS.more);
	await reader.readAnew();
	disk.free();
	const [from, held] = [performance.now(), taken()];
	await until('pushes are taken again', () => taken() > held);
	const writesAgainMs = Math.round(performance.now() - from);
	await until('health is well again', async () => (await server.health()).state === 'ok');
	return { codes: codesNow().slice(before), writesAgainMs };
}

/** A device with a key, which reads what the others send. */
async function openReader({ origin, place }: DrilledServer, line: PooledLine): Promise<SimulatedWindow> {
	const [device] = await addDevices({ base: origin, database: place }, [CENTER]);
	const around = { line, delays: new Delays(), address: '127.0.0.1', body: CENTER, number: 1 };
	return SimulatedWindow.open(device!, around);
}

/** Sentences of what SQLite or the verifier finds wrong in the database. */
async function notProven(server: DrilledServer): Promise<string[]> {
	if (server.place.kind !== 'sqlite') return [];
	const { file } = server.place;
	const database = new DatabaseSync(file, { readOnly: true });
	const found = database.prepare('pragma integrity_check').all();
	database.close();
	const isWhole = found.length === 1 && found[0]!['integrity_check'] === 'ok';
	await server.run('verify-journal', '--database', file);
	return isWhole ? [] : [`SQLite finds: ${JSON.stringify(found)}`];
}

async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
	const from = performance.now();
	while (!(await condition())) {
		if (performance.now() - from > WITHIN_MS) throw new Error(`Within ${WITHIN_MS} ms not: ${what}`);
		await wait(ASK_EVERY_MS);
	}
}
