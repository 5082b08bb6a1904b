import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { withDatabase } from '#lib/server/store/engine.ts';
import { journalOf } from '#tests/bench/facts/written-facts.ts';
import { mulberry32 } from '#tests/support/mulberry32.ts';
import { anotherVersion, DAY, regulationImport } from '#tests/support/law-facts.ts';
import { compare } from '../compare.ts';
import { type Drilled } from '../drilled.ts';
import { DrilledServer } from '../drilled-server.ts';
import { LoadingDevice } from '../loading-device.ts';
import { recordLeaving } from './http-acts.ts';
import { OfflineDevice } from './offline-device.ts';
import { sendAlone } from './send-alone.ts';

const AUTHORITY = 'authority-01' as OrgId;
const TOLD = ['center-04', 'body-15'] as OrgId[];
const DAYS = 30;
/** Longer than anybody waits for a key to do something. */
const USABLE_MS = 2000;

type OfflineOptions = { facts: number; seed: number; port: number };

/**
 * A device has no line for a month and records all the while. Meanwhile the others work, a regulation changes, somebody leaves, and the
 * server is put back to a copy: it is in another epoch when the line comes back.
 */
export async function monthOffline({ facts, seed, port }: OfflineOptions): Promise<Drilled> {
	const server = new DrilledServer(port);
	const from = performance.now();
	const failures: string[] = [];
	const expect = (what: string, is: boolean) => void (is || failures.push(what));
	try {
		await server.start();
		const device = await OfflineDevice.enrol(server.origin, '101', `offline-${seed}-${port}`);
		const random = mulberry32(seed);
		const begin = Date.now() - DAYS * DAY;
		await device.accept(begin);
		await device.loop.runNow();
		const before = await device.journal.state();
		expect('What was recorded with a line was not acknowledged', before.sync.ackedSeq === before.head.seq);
		const copy = join(server.dataDir, 'copy.db');
		await server.run('backup', copy);
		const others = await othersWork(server, facts / 20);
		device.cutLine();
		for (let count = 2; count < facts; count += 2)
			await device.accept(Math.floor(begin + ((count + random()) / facts) * DAYS * DAY));
		expect('Without a line a round succeeded', (await device.loop.runNow()) !== null);

		await server.kill();
		await server.run('restore', copy);
		await server.start();
		await sendAlone(server.origin, AUTHORITY, (journal) => [importOf(journal)]);
		await recordLeaving(server.origin, '106', '104');
		const later = await othersWork(server, facts / 20);

		device.mendLine();
		const { drainedMs, longestMs } = await drainWhileInUse(device);
		const { head, sync } = await device.journal.state();
		const held = await device.facts();
		const own = held.filter(({ journal }) => journal === head.journal).sort((a, b) => a.seq - b.seq);
		expect('The device’s journal was begun anew', head.journal === before.head.journal);
		expect('Not all is acknowledged', sync.ackedSeq === head.seq && own.length === head.seq);
		expect('The epoch is that of before', sync.epoch !== null && sync.epoch !== before.sync.epoch);
		expect('A key had to wait', longestMs < USABLE_MS);
		expect(
			'The new regulation is not there',
			held.some(({ type }) => type === 'regulationImported')
		);
		const context = await device.journal.read((reader) => reader.meta('context'));
		expect('Who left is still there', context?.people.some(({ number }) => number === '104') === false);
		const journals = [head.journal, ...others, ...later];
		const compared = await compare(server.place, own, [head.journal, ...later]);
		const { lost, doubled } = await readBy(server, held, own, journals);
		return {
			drill: 'offline',
			runs: 1,
			acknowledged: sync.ackedSeq,
			lost: compared.lost + lost,
			doubled: compared.doubled + doubled,
			failures,
			seconds: Math.round((performance.now() - from) / 1000),
			notes: [
				`${head.seq} facts sent, ${held.length - own.length} read in ${drainedMs} ms; a key waited ${longestMs} ms at most`
			]
		};
	} finally {
		await server.end();
	}
}

function importOf(journal: string): StoredFact {
	const draft = regulationImport(anotherVersion(2), 2, TOLD);
	return journalOf(journal, AUTHORITY)({ ...draft, id: crypto.randomUUID() as FactId }, 'authorityAdmin', Date.now());
}

/** Other windows of the Center record and send so many facts. @returns their journals */
async function othersWork({ origin }: DrilledServer, facts: number): Promise<string[]> {
	let serial = Math.floor(performance.now()) * 10;
	const devices: LoadingDevice[] = [];
	for (let nr = 0; nr < 2; nr += 1)
		devices.push(
			await LoadingDevice.enrol(
				origin,
				() => origin,
				() => (serial += 1)
			)
		);
	const isOver = () => devices.every(({ acknowledged }) => acknowledged.length >= facts / devices.length);
	await Promise.all(devices.map((device) => device.work(isOver)));
	return devices.map(({ journal }) => journal);
}

/** The line is back: while everything is sent and read, a person goes on accepting. */
async function drainWhileInUse(device: OfflineDevice): Promise<{ drainedMs: number; longestMs: number }> {
	const from = performance.now();
	let isDraining = true;
	const draining = device.loop.runNow().finally(() => (isDraining = false));
	let longestMs = 0;
	while (isDraining) {
		const pressed = performance.now();
		await device.accept(Date.now());
		longestMs = Math.max(longestMs, performance.now() - pressed);
		await wait(50);
	}
	const failure = (await draining) ?? (await device.loop.runNow());
	if (failure !== null) throw new Error(`The line is back, and nothing goes: ${failure}`);
	return { drainedMs: Math.round(performance.now() - from), longestMs: Math.round(longestMs) };
}

/** Whether the device has what the server has of its org, each fact once and each journal in its order. */
function readBy(
	{ place }: DrilledServer,
	held: readonly StoredFact[],
	own: readonly StoredFact[],
	journals: readonly string[]
): Promise<{ lost: number; doubled: number }> {
	return withDatabase(place, async (db) => {
		const there = await db
			.selectFrom('stream_entries as s')
			.innerJoin('facts as f', 'f.nr', 's.nr')
			.select(['f.id', 'f.journal', 'f.seq'])
			.where('s.org', '=', TOLD[0]!)
			.orderBy('s.position')
			.execute();
		const ids = new Set(held.map(({ id }) => id));
		const onServer = new Set(there.map(({ id }) => id));
		const unread = there.filter(({ id }) => !ids.has(id as FactId)).length;
		const unsent = own.filter(({ id }) => !onServer.has(id)).length;
		const ordered = journals.every((journal) => {
			const seqs = there.filter((fact) => fact.journal === journal).map(({ seq }) => seq);
			return seqs.every((seq, at) => at === 0 || seq > seqs[at - 1]!);
		});
		return {
			lost: unread + unsent,
			doubled: held.length - ids.size + there.length - onServer.size + (ordered ? 0 : 1)
		};
	});
}
