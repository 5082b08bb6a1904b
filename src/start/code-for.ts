import { existsSync } from 'node:fs';
import { Kysely, SqliteDialect } from 'kysely';
import { formatOneTimeCode } from '#lib/domain/org/one-time-code.ts';
import { issueCode } from '#lib/server/people/one-time-codes.ts';
import type { Tables } from '#lib/server/store/database.ts';
import { openSqlite } from '#lib/server/store/sqlite-connection.ts';
import { hasTable } from './save-person.ts';

type CodeFor =
	{ ok: true; code: string; expiresAt: number; surname: string; given: string } | { ok: false; why: string };

/**
 * Gives a person a one-time code from the terminal, for whoever forgot their password while no administrator can sign in.
 * @param file database of a server that has been started once; it may be running
 * @returns the code in groups and whose it is, or why there is none, in words for a terminal
 */
export async function codeFor(file: string, number: string, at: number): Promise<CodeFor> {
	if (!existsSync(file)) return { ok: false, why: `There is no database at ${file} yet: start the server once` };
	if (!hasTable(file, 'one_time_codes'))
		return { ok: false, why: `${file} is of an earlier version: start the server once` };
	const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
	try {
		const person = await db.selectFrom('people').selectAll().where('number', '=', number).executeTakeFirst();
		const given = person && (await issueCode(db, person.id, null, at));
		if (!given) return { ok: false, why: `Nobody has the number ${number}` };
		const { surname, given: name } = person;
		return { ok: true, code: formatOneTimeCode(given.code), expiresAt: given.expiresAt, surname, given: name };
	} finally {
		await db.destroy();
	}
}
