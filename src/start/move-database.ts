import { sql } from 'kysely';
import { checkPostgres, DatabaseUnusable } from '#lib/server/store/check-postgres.ts';
import { copyTable, fingerprint, tablesOf } from '#lib/server/store/copy-tables.ts';
import { connect, type DatabasePlace } from '#lib/server/store/engine.ts';
import type { Database } from '#lib/server/store/database.ts';
import { verifyDatabase } from '#lib/server/verify/verify-database.ts';
import { openWithTables } from './with-tables.ts';

type Move = { file: string; to: DatabasePlace & { kind: 'postgres' } };
type Moved = { ok: true } | { ok: false; why: string };

/**
 * Copies a server's file of SQLite into an empty database of PostgreSQL, or goes on with a copy that was cut off. The file is proven before,
 * and each table compared afterwards: its rows are counted, and all their values hashed, on both sides.
 * @param say told what is done
 */
export async function moveToPostgres({ file, to }: Move, say: (words: string) => void): Promise<Moved> {
	const proof = verifyDatabase(file);
	if (!proof) return { ok: false, why: `${file} is not the database of a server` };
	if (proof.findings.count > 0)
		return { ok: false, why: `${file} does not prove: run npm run verify-journal on it first. Nothing was moved.` };
	say(`Proven: ${proof.facts} facts in ${proof.journals} journals`);
	try {
		const check = connect(to);
		await checkPostgres(check, to.url).finally(() => check.destroy());
	} catch (error) {
		if (error instanceof DatabaseUnusable) return { ok: false, why: error.message };
		throw error;
	}
	const from = await openWithTables({ kind: 'sqlite', file });
	const there = await openWithTables(to);
	try {
		return await copyAndCompare(from, there, say);
	} finally {
		await Promise.all([from.destroy(), there.destroy()]);
	}
}

async function copyAndCompare(from: Database, to: Database, say: (words: string) => void): Promise<Moved> {
	const tables = await tablesOf(from);
	const epoch = (db: Database) => db.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirst();
	const [here, there] = [await epoch(from), await epoch(to)];
	if (there && there.value !== here?.value)
		return {
			ok: false,
			why: 'Another server has worked with this PostgreSQL: name an empty database. Nothing was moved.'
		};
	for (const table of tables) say(`${table.name}: ${await copyTable(from, to, table)} rows copied`);
	for (const table of tables) {
		const [one, other] = [await fingerprint(from, table), await fingerprint(to, table)];
		if (one.rows !== other.rows || one.hash !== other.hash)
			return {
				ok: false,
				why: `${table.name} differs: ${one.rows} rows here, ${other.rows} there. Empty the PostgreSQL and move again.`
			};
	}
	await countOn(to);
	return { ok: true };
}

/** Numbers that the database gives by itself go on after the copied ones. */
const countOn = (to: Database) =>
	sql`select setval(pg_get_serial_sequence('verifications', 'nr'), (select coalesce(max(nr), 0) + 1 from verifications), false),
		setval(pg_get_serial_sequence('session_facts', 'nr'), (select coalesce(max(nr), 0) + 1 from session_facts), false)`.execute(
		to
	);
