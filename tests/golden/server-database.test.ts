import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { factForms } from '#lib/domain/fact/fact.ts';
import { sha256Hex } from '#lib/domain/fact/hash.ts';
import { type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { type Database, openDatabase } from '#lib/server/store/database.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { rebuildProjection } from '#lib/server/sync/rebuild-projection.ts';
import { projector } from '#lib/server/sync/sync-server.ts';
import { RELEASES, serverDatabase } from './golden-copies.ts';
import { shownOf } from './shown-rows.ts';

type FactRow = {
	nr: number;
	id: string;
	type: string;
	text: string;
	hash: string;
	salt: string | null;
	personal: string | null;
};
type JournalRow = { journal: JournalId; held: number };
type StreamRow = { org: OrgId; numbers: string };

/** What lies in the file, read with nothing of the program. */
function contentOf(file: string) {
	const raw = new DatabaseSync(file, { readOnly: true });
	const all = <T>(sql: string): T[] => raw.prepare(sql).all() as T[];
	const content = {
		facts: all<FactRow>(
			'select f.nr, f.id, f.type, f.text, f.hash, p.salt, p.text as personal from facts f left join fact_personal p on p.nr = f.nr order by f.nr'
		),
		journals: all<JournalRow>('select journal, held from journals order by journal'),
		streams: all<StreamRow>(
			'select org, group_concat(nr) as numbers from (select * from stream_entries order by org, position) group by org'
		),
		applications: all<{ summary: string }>('select summary from applications order by number')
	};
	raw.close();
	return content;
}

const summariesOf = ({ applications }: ReturnType<typeof contentOf>) =>
	applications.map(({ summary }) => shownOf(JSON.parse(summary) as ApplicationSummary));

describe.each(RELEASES)('a server’s database of %s', (release) => {
	const folder = mkdtempSync(join(tmpdir(), 'tereze-golden-'));
	const file = join(folder, 'tereze.db');
	writeFileSync(file, serverDatabase(release));
	const before = contentOf(file);
	let db: Database;

	beforeAll(async () => {
		db = await openDatabase(file);
	});

	afterAll(async () => {
		await db.destroy();
		rmSync(folder, { recursive: true });
	});

	it('F70 has a fact of every type that there was, each with the text that its hash names, and all are read', () => {
		expect(before.facts.length).toBeGreaterThan(200);
		expect(before.facts.filter(({ text, hash }) => sha256Hex(text) !== hash)).toEqual([]);
		const unread = before.facts.filter(({ text, salt, personal }) => {
			const read = readFact(text, salt === null || personal === null ? null : { salt, text: personal });
			return !read.ok || !read.known;
		});
		expect(unread.map(({ text }) => text)).toEqual([]);
		const types = new Set(before.facts.map(({ type }) => type));
		expect(types.size).toBe(TYPES_OF[release]);
		expect([...types].filter((type) => !Object.hasOwn(factForms, type))).toEqual([]);
	});

	it('F70 opens with every fact, every journal as far as it came, and every org’s stream in its order', async () => {
		expect(contentOf(file)).toMatchObject({
			facts: before.facts,
			journals: before.journals,
			streams: before.streams
		});
		const store = createKyselyJournalStore(db);
		for (const { journal, held } of before.journals)
			expect((await store.texts(journal)).map(({ seq }) => seq)).toEqual(
				Array.from({ length: held }, (_, at) => at + 1)
			);
	});

	it('F71 shows the same applications when they are folded anew', async () => {
		const shown = summariesOf(before);
		expect(shown.length).toBeGreaterThan(20);
		const folded = await rebuildProjection(createKyselyJournalStore(db), projector, 'none');
		expect(folded).toBe(shown.length);
		expect(summariesOf(contentOf(file))).toEqual(shown);
	});
});

/** How many types of facts the program of a release could write. */
const TYPES_OF: Readonly<Record<string, number>> = { '2026-11': 42 };
