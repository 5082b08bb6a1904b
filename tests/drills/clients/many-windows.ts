import { setTimeout as wait } from 'node:timers/promises';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { withDatabase } from '#lib/server/store/engine.ts';
import { addDevices } from '#tests/bench/devices.ts';
import { pieces } from '#tests/bench/facts/work-of-a-day.ts';
import { mulberry32 } from '#tests/support/mulberry32.ts';
import { askPostgres, startPostgres } from '#tests/support/start-postgres.ts';
import { compare } from '../compare.ts';
import { type Drilled } from '../drilled.ts';
import { DrilledServer } from '../drilled-server.ts';
import { Delays } from './delays.ts';
import { PooledLine } from './pooled-line.ts';
import { watchMemory } from './server-memory.ts';
import { SimulatedWindow } from './simulated-window.ts';

/** The country has 349 Centers and some 3,000 windows. */
const WINDOWS_OF_A_CENTER = 9;
const BODIES = 15;
const FIRST_NUMBER = 1000;
const AIM_MIB = 500;
/** How many are opened at the same time, as on a morning. */
const OPENED_AT_ONCE = 100;

export type ClientsOptions = {
	windows: number;
	seconds: number;
	/** Each window records a fact so often. */
	everyMs: number;
	seed: number;
	port: number;
	onPostgres?: boolean;
};

/** Windows of a country at work with one server: each records, sends by its key, waits for news and reads what its Center's others send. */
export async function manyWindows(options: ClientsOptions): Promise<Drilled> {
	const postgres = options.onPostgres ? await startPostgres({ isDurable: true }) : null;
	if (postgres) await askPostgres(postgres.urlOf('postgres'), 'create database tereze');
	const server = new DrilledServer(options.port, postgres?.urlOf('tereze') ?? null, { more: { TRUST_PROXY: '1' } });
	const line = new PooledLine(server.origin);
	const from = performance.now();
	try {
		await server.start();
		const delays = new Delays();
		const started = performance.now();
		const windows = await openWindows(server, line, delays, options.windows);
		const openedIn = Math.round(performance.now() - started);
		const memory = watchMemory(server.origin, server.pid);
		await work(windows, options);
		// What was sent last has to be sent before all can have read it.
		await Promise.all(windows.map((window) => window.sync()));
		await Promise.all(windows.map((window) => window.sync()));
		const { mostResidentMiB, mostHeapMiB } = await memory.stop();
		const acknowledged = windows.flatMap((window) => window.acknowledged);
		const journals = windows.map(({ device }) => device.journal);
		const compared = await compare(server.place, acknowledged, journals);
		const unread = await unreadBy(server, windows);
		const twice = windows.reduce((sum, { receivedTwice }) => sum + receivedTwice, 0);
		const unanswered = windows.reduce((sum, window) => sum + window.unanswered, 0);
		return {
			drill: options.onPostgres ? 'clients, PostgreSQL' : 'clients, SQLite',
			runs: windows.length,
			acknowledged: acknowledged.length,
			lost: compared.lost + unread,
			doubled: compared.doubled + twice,
			failures: unanswered > 0 ? [`${unanswered} requests or streams did not come to their end`] : [],
			seconds: Math.round((performance.now() - from) / 1000),
			notes: [
				`enrolled and opened in ${openedIn} ms`,
				delays.summary(),
				`memory of the server at most ${mostResidentMiB} MiB (aim ${AIM_MIB}), heap ${mostHeapMiB} MiB`
			]
		};
	} finally {
		line.close();
		await server.end();
		await postgres?.stop();
	}
}

async function openWindows(
	{ origin, place }: DrilledServer,
	line: PooledLine,
	delays: Delays,
	count: number
): Promise<SimulatedWindow[]> {
	const centerOf = (nr: number) => Math.floor(nr / WINDOWS_OF_A_CENTER) + 1;
	const two = (nr: number) => String(nr).padStart(2, '0');
	const orgs = Array.from({ length: count }, (_, nr) => `center-${two(centerOf(nr))}`);
	const devices = await addDevices({ base: origin, database: place }, orgs);
	const opened: SimulatedWindow[] = [];
	for (const part of pieces([...devices.entries()], OPENED_AT_ONCE))
		opened.push(
			...(await Promise.all(
				part.map(([nr, device]) => {
					const center = centerOf(nr);
					const address = `10.0.${Math.floor(center / 250)}.${1 + (center % 250)}`;
					const body = `body-${two(1 + (center % BODIES))}` as OrgId;
					return SimulatedWindow.open(device, { line, delays, address, body, number: FIRST_NUMBER + nr });
				})
			))
		);
	return opened;
}

/** Each begins at a moment of its own. */
async function work(windows: readonly SimulatedWindow[], { seconds, everyMs, seed }: ClientsOptions): Promise<void> {
	const random = mulberry32(seed);
	const until = performance.now() + seconds * 1000;
	const one = async (window: SimulatedWindow, first: number) => {
		await wait(first);
		while (performance.now() < until) {
			window.record();
			const sent = window.sync();
			await wait(everyMs);
			await sent;
		}
	};
	await Promise.all(windows.map((window) => one(window, random() * everyMs)));
}

/** Facts of the others in its org's stream that a window has not read, all windows together. */
function unreadBy({ place }: DrilledServer, windows: readonly SimulatedWindow[]): Promise<number> {
	return withDatabase(place, async (db) => {
		let unread = 0;
		for (const { device, received } of windows) {
			const others = await db
				.selectFrom('stream_entries as s')
				.innerJoin('facts as f', 'f.nr', 's.nr')
				.select('f.id')
				.where('s.org', '=', device.org)
				.where('f.journal', '!=', device.journal)
				.execute();
			unread += others.filter(({ id }) => !received.has(id)).length;
		}
		return unread;
	});
}
