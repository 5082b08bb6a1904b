import { addDevices, assertEqual, heldBy, projectedPerSecond } from '../devices.ts';
import type { Figure } from '../report.ts';
import type { Workshop } from '../workshop.ts';

const CLIENTS = 50;
const CENTERS = 21;
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
	for (const { batch, batches, aim } of LOADS) {
		const server = await workshop.startServer();
		const orgs = Array.from({ length: CLIENTS }, (_, nr) => `center-${String(1 + (nr % CENTERS)).padStart(2, '0')}`);
		const devices = await addDevices(server, orgs);
		const warm = await addDevices(server, orgs);
		const task = { kind: 'many' as const, base: server.base, batch };
		await workshop.client({ ...task, devices: warm, batches: Math.ceil(workshop.amount(batches) / 10) });
		const before = heldBy(server.database).facts;
		const done = await workshop.client({ ...task, devices, batches: workshop.amount(batches) });
		const held = heldBy(server.database);
		const searchPerSecond = await projectedPerSecond(server.database);
		await server.stop();
		assertEqual('Facts on the server', held.facts - before, done.facts);
		assertEqual('Facts in quarantine', held.quarantined, 0);
		const perSecond = (done.facts / done.ms) * 1000;
		figures.push({
			name: `server, ${CLIENTS} clients, batches of ${batch}`,
			value: perSecond,
			unit: 'facts/s',
			conditions: `${done.facts} facts, SQLite with synchronous FULL, devices of ${CENTERS} Centers, client and server share the processors; rows for search are made after the load, at ${Math.round(searchPerSecond)} facts/s`,
			aim: aim ? `${aim.toLocaleString('en')} facts/s` : '',
			met: aim ? perSecond >= aim : null,
			beside: { requestsPerSecond: perSecond / batch, searchPerSecond }
		});
	}
	return figures;
}
