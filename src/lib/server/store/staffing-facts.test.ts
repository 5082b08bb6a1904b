import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { aServer } from '$tests/contract/server-store-server';
import { BODY, CENTER, Writer } from '$tests/contract/server-store-writer';
import { openDatabase } from './database';
import { createKyselyJournalStore } from './kysely-journal-store';

it('S94 what was said of staffing before the server kept it by org is found too', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'staffing-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'tereze.db');
	const before = await openDatabase(file);
	const { sync } = await aServer('SQLite', createKyselyJournalStore(before));
	const head = new Writer('J1', BODY);
	head.accepted(1);
	const said = head.appointed('olga', '2026-11-24', '2026-11-26');
	await sync(head);
	await sql`drop table staffing_facts`.execute(before);
	await sql`delete from kysely_migration where name = '005-staffing-facts'`.execute(before);
	await before.destroy();
	const store = createKyselyJournalStore(await openDatabase(file));
	expect(await store.staffingFacts(BODY)).toEqual([said]);
	expect(await store.staffingFacts(CENTER)).toEqual([]);
	await store.close();
});
