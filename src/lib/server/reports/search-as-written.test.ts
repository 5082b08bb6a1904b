import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BODY, CENTER, numberOf, Writer } from '#tests/contract/server-store-writer.ts';
import { PEOPLE, SEARCHES } from '#tests/support/searches.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { syncServerOf } from '../sync/sync-server.ts';
import { searchReport } from './search-report.ts';

let db: Database;
const folder = mkdtempSync(join(tmpdir(), 'searches-'));

beforeAll(async () => {
	db = await openDatabase(join(folder, 'tereze.db'));
	const { receiver } = await syncServerOf(db, folder);
	const window = new Writer('J1', CENTER);
	PEOPLE.forEach((details, place) =>
		window.write({
			type: 'accepted',
			subject: { kind: 'application', number: numberOf(place + 1) },
			body: {
				regulation: { id: 'child-benefit-under-18', version: 1 },
				entry: 'center',
				center: CENTER,
				body: BODY,
				visitStartedAt: window.at,
				documents: [],
				language: 'kk'
			},
			details
		})
	);
	await receiver.receive(window.request(), window.device);
});
afterAll(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

describe('search on the server as people write', () => {
	it('Q6 each way to write a name, a telephone or a document finds its person here, too', async () => {
		const store = await (await syncServerOf(db)).reports();
		for (const [text, person] of SEARCHES) {
			const found = await searchReport(store, BODY, { text, now: Date.UTC(2026, 10, 29) });
			expect(found.ok && found.report.hits.map(({ row }) => row.number), text).toEqual([numberOf(person + 1)]);
		}
	});
});
