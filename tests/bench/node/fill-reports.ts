import { PROJECTION_VERSION } from '#lib/law/law.ts';
import { projectedRow } from '#lib/server/reports/projected-row.ts';
import { openDatabase } from '#lib/server/store/database.ts';
import { type DatabasePlace } from '#lib/server/store/engine.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { rowOfTheYear } from '../facts/whole-ways.ts';

/** What the driver asks of this process; the answer is one line of JSON. */
export type FillTask = { database: DatabasePlace; applications: number; now: number };
export type FillAnswer = {
	ms: number;
	/** In work at the body. */
	running: number;
	/** To ask for: numbers, IINs and names that are there. */
	samples: { number: string; iin: string; name: string }[];
};

const AT_ONCE = 1000;
const SAMPLES = 200;

const { database, applications, now } = JSON.parse(process.argv[2] ?? '{}') as FillTask;
const store = createKyselyJournalStore(await openDatabase(database));
const from = performance.now();
const samples: FillAnswer['samples'] = [];
let running = 0;
for (let first = 0; first < applications; first += AT_ONCE) {
	const count = Math.min(AT_ONCE, applications - first);
	const rows = Array.from({ length: count }, (_, place) => rowOfTheYear(first + place, applications, now));
	await store.write(async (tx) => {
		await tx.saveParties(
			rows.flatMap(({ number: application, center, body }) =>
				[center, body].flatMap((org) =>
					org === null
						? []
						: [{ application, org, center: org === center, bodyAt: org === body ? 0 : null, leftAt: null }]
				)
			)
		);
		await tx.saveApplications(rows.map(projectedRow));
	});
	running += rows.filter(({ state }) => state === 'open').length;
	for (const { number, iin, name } of rows.filter((_, place) => place % Math.ceil(applications / SAMPLES) === 7))
		samples.push({ number, iin: iin!, name: name! });
}
await store.write((tx) => tx.saveProjectionVersion(PROJECTION_VERSION));
await store.close();
process.stdout.write(`${JSON.stringify({ ms: performance.now() - from, running, samples } satisfies FillAnswer)}\n`);
