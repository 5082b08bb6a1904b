import { Kysely, SqliteDialect } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { brokenHeads } from '#tests/simulation/chain-checks.ts';
import { twoBranches } from '#tests/support/two-branches.ts';
import { Writer } from '#tests/contract/server-store-writer.ts';
import * as journal from '../migrations/001-journal.ts';
import * as law from '../migrations/003-law-facts.ts';
import * as reports from '../migrations/004-reports.ts';
import * as staffing from '../migrations/005-staffing-facts.ts';
import * as linked from '../migrations/007-linked-heads.ts';
import { type Database, type Tables } from './database.ts';
import { type JournalState } from './journal-store.ts';
import { createKyselyJournalStore } from './kysely-journal-store.ts';
import { openSqlite } from './sqlite-connection.ts';

/** A database as the version before kept it. */
async function anOlderDatabase(): Promise<Database> {
	const db: Database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openSqlite(':memory:') }) });
	for (const { up } of [journal, law, reports, staffing]) await up(db as unknown as Kysely<unknown>);
	await db.insertInto('meta').values({ key: 'epoch', value: 'E1' }).execute();
	return db;
}

let nr = 0;

/** As that version stored places: facts at their places, other texts apart. */
async function put(db: Database, facts: readonly StoredFact[], held: number, apart: readonly StoredFact[] = []) {
	const rows = facts.map(({ id, journal, seq, hash, text, type }) => ({
		...{ nr: (nr += 1), id, journal, seq, in_chain: 1, hash, text, type },
		...{ applications: '[]', device: 'd', received_at: 0, lacks_personal: 0 }
	}));
	if (rows.length > 0) await db.insertInto('facts').values(rows).execute();
	for (const { journal, seq, hash, text, type, id } of apart)
		await (db as unknown as Kysely<{ entries: Record<string, unknown> }>)
			.insertInto('entries')
			.values({ journal, seq, hash, fact_id: type === '?' && !text.startsWith('{') ? null : id, text })
			.execute();
	const all = [...facts, ...apart];
	const heldHash = all.find(({ seq }) => seq === held)?.hash ?? '';
	const state = { journal: all[0]!.journal, device: null, org: 'center-04', held, held_hash: heldHash };
	await (db as unknown as Kysely<{ journals: Record<string, unknown> }>)
		.insertInto('journals')
		.values({ ...state, highest: Math.max(...all.map(({ seq }) => seq)) })
		.execute();
}

async function upgraded(db: Database) {
	await linked.up(db as unknown as Parameters<typeof linked.up>[0]);
	const store = createKyselyJournalStore(db);
	const journals = await store.journals(Object.keys(await store.heldSeqs()) as JournalState['journal'][]);
	return { store, heads: [...journals.values()].map(({ journal, held, highest }) => [journal, held, highest]) };
}

describe('a database of an earlier version', () => {
	it('S103 a head that stands on no chain goes back to the last link that holds, and all is asked for again', async () => {
		const db = await anOlderDatabase();
		const [one, other] = twoBranches(['fact', 'fact'], ['fact', 'fact', 'fact'], ['fact', 'fact']);
		await put(db, [...other.facts.slice(0, 3), ...one.facts.slice(3)], 5);
		const { store, heads } = await upgraded(db);
		expect(heads).toEqual([['J1', 3, 5]]);
		expect(await brokenHeads(store)).toEqual([]);
		expect((await store.strays([{ journal: one.journal, from: 1, to: 9 }])).map(({ hash }) => hash)).toEqual(
			one.facts.slice(3).map(({ hash }) => hash)
		);
		expect(await store.epoch()).toBeUndefined();
	});

	it('S103 places beyond a gap are places no more, quarantined texts among them, and nothing is thrown away', async () => {
		const db = await anOlderDatabase();
		const [one] = twoBranches(['fact', 'garbage', 'fact', 'fact', 'bad body', 'garbage'], [], []);
		const apart = (kind: string) => one.facts.filter(({ type }) => (type === '?') === (kind === 'apart'));
		await put(
			db,
			apart('facts').filter(({ seq }) => seq !== 3),
			2,
			apart('apart')
		);
		const { store, heads } = await upgraded(db);
		expect(heads).toEqual([['J1', 2, 6]]);
		expect(await brokenHeads(store)).toEqual([]);
		const texts = await db.selectFrom('entries').select(['seq', 'in_chain']).orderBy('seq').execute();
		expect(texts.map(({ seq, in_chain }) => [seq, in_chain])).toEqual([
			[2, 1],
			[5, 0],
			[6, 0]
		]);
		expect(await store.epoch()).toBeUndefined();
	});

	it('S103 a whole chain stays as it is, over many pieces and over what cannot be read, and no epoch begins', async () => {
		const db = await anOlderDatabase();
		const long = new Writer('J9');
		for (let serial = 0; serial < 2100; serial += 1) long.dayClosed();
		const [short] = twoBranches(['fact', 'garbage', 'bad body', 'fact'], [], []);
		await put(db, long.facts, 2100);
		await put(
			db,
			short.facts.filter(({ type }) => type !== '?'),
			4,
			short.facts.filter(({ type }) => type === '?')
		);
		const { store, heads } = await upgraded(db);
		expect(heads.sort()).toEqual([
			['J1', 4, 4],
			['J9', 2100, 2100]
		]);
		expect(await brokenHeads(store)).toEqual([]);
		expect(await store.epoch()).toBe('E1');
	});

	it('S103 an upgrade that is cut off has changed nothing, and goes through the next time', async () => {
		const db = await anOlderDatabase();
		const [one] = twoBranches(['fact', 'fact'], [], []);
		await put(db, one.facts, 2);
		await db.schema.createTable('entries_new').addColumn('journal', 'text').execute();
		await expect(upgraded(db)).rejects.toThrow();
		await db.schema.dropTable('entries_new').execute();
		expect((await upgraded(db)).heads).toEqual([['J1', 2, 2]]);
	});
});
