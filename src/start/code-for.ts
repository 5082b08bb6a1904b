import { formatOneTimeCode } from '#lib/domain/org/one-time-code.ts';
import { issueCode } from '#lib/server/people/one-time-codes.ts';
import { withDatabase } from '#lib/server/store/engine.ts';
import { type ServerData, whyUnready } from './server-data.ts';

type CodeFor =
	{ ok: true; code: string; expiresAt: number; surname: string; given: string } | { ok: false; why: string };

/**
 * Gives a person a one-time code from the terminal, for whoever forgot their password while no administrator can sign in.
 * @param data of a server that has been started once; it may be running
 * @returns the code in groups and whose it is, or why there is none, in words for a terminal
 */
export async function codeFor(data: ServerData, number: string, at: number): Promise<CodeFor> {
	const why = await whyUnready(data, 'one_time_codes');
	if (why !== null) return { ok: false, why };
	return withDatabase(data.database, async (db): Promise<CodeFor> => {
		const person = await db.selectFrom('people').selectAll().where('number', '=', number).executeTakeFirst();
		const given = person && (await issueCode(db, person.id, null, at));
		if (!given) return { ok: false, why: `Nobody has the number ${number}` };
		const { surname, given: name } = person;
		return { ok: true, code: formatOneTimeCode(given.code), expiresAt: given.expiresAt, surname, given: name };
	});
}
