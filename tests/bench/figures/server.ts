import { addDevices, assertEqual, heldBy, projectedPerSecond } from '../devices.ts';
import type { Figure } from '../report.ts';
import type { Engine, Workshop } from '../workshop.ts';

const CLIENTS = 50;
const CENTERS = 21;
/** More machines, and two commits instead of one, may cost a fifth. */
const AIM_OF_SQLITE = 0.8;
/** Facts in a request, requests of each client, and the aim in facts/s. */
const LOADS = [
	{ batch: 1, batches: 100, aim: 7000 },
	{ batch: 5, batches: 60, aim: null },
	{ batch: 50, batches: 20, aim: 25_000 },
	{ batch: 500, batches: 3, aim: 30_000 }
];

/** Devices of all 21 Centers push at once; each also fetches what its Center's other devices have sent. */
export async function measureServer(workshop: Workshop): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const load of LOADS) {
		const sqlite = await measureLoad(workshop, load, 'SQLite');
		const postgres = await measureLoad(workshop, load, 'PostgreSQL');
		const ratio = postgres.value / sqlite.value;
		postgres.aim = `${AIM_OF_SQLITE} of SQLite’s; ${ratio.toFixed(2)}`;
		postgres.met = ratio >= AIM_OF_SQLITE;
		figures.push(sqlite, postgres);
	}
	return figures;
}

type Load = (typeof LOADS)[number];

async function measureLoad(workshop: Workshop, { batch, batches, aim }: Load, engine: Engine): Promise<Figure> {
	const server = await workshop.startServer(engine);
	const orgs = Array.from({ length: CLIENTS }, (_, nr) => `center-${String(1 + (nr % CENTERS)).padStart(2, '0')}`);
	const devices = await addDevices(server, orgs);
	const warm = await addDevices(server, orgs);
	const task = { kind: 'many' as const, base: server.base, batch };
	await workshop.client({ ...task, devices: warm, batches: Math.ceil(workshop.amount(batches) / 10) });
	const before = (await heldBy(server.database)).facts;
	const done = await workshop.client({ ...task, devices, batches: workshop.amount(batches) });
	const held = await heldBy(server.database);
	const searchPerSecond = await projectedPerSecond(server.database);
	await server.stop();
	assertEqual('Facts on the server', held.facts - before, done.facts);
	assertEqual('Facts in quarantine', held.quarantined, 0);
	const perSecond = (done.facts / done.ms) * 1000;
	return {
		name: `server on ${engine}, ${CLIENTS} clients, batches of ${batch}`,
		value: perSecond,
		unit: 'facts/s',
		conditions: `${done.facts} facts, each commit on the disk, devices of ${CENTERS} Centers, client and server share the processors; rows for search are made after the load, at ${Math.round(searchPerSecond)} facts/s`,
		aim: aim ? `${aim.toLocaleString('en')} facts/s` : '',
		met: aim ? perSecond >= aim : null,
		beside: { requestsPerSecond: perSecond / batch, searchPerSecond }
	};
}
