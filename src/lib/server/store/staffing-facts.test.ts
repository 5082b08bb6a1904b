import { type Kysely, sql } from 'kysely';
import { expect, it } from 'vitest';
import { aServer } from '#tests/contract/server-store-server.ts';
import { BODY, CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { up } from '../migrations/005-staffing-facts.ts';
import { openDatabase } from './database.ts';
import { createKyselyJournalStore } from './kysely-journal-store.ts';

it('S94 what was said of staffing before the server kept it by org is found too', async () => {
	const db = await openDatabase(':memory:');
	const store = createKyselyJournalStore(db);
	const { sync } = await aServer('SQLite', store);
	const head = new Writer('J1', BODY);
	head.accepted(1);
	const said = head.appointed('olga', '2026-11-24', '2026-11-26');
	await sync(head);
	await sql`drop table staffing_facts`.execute(db);
	await up(db as unknown as Kysely<unknown>);
	expect(await store.staffingFacts(BODY)).toEqual([said]);
	expect(await store.staffingFacts(CENTER)).toEqual([]);
	await store.close();
});
