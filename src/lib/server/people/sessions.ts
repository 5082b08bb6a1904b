import type { Instant } from '#lib/domain/fact/ids.ts';
import { isOldPin } from '#lib/protocol/pin.ts';
import type { Person } from '#lib/protocol/session-messages.ts';
import { isRefused } from '../demo/refused-people.ts';
import { makeToken, tokenHash } from '../http/secret-token.ts';
import { personOf, pinOf } from './person.ts';
import type { Database } from '../store/database.ts';

/** A shift and its overtime. Work goes on offline after that; only what needs the server asks for the password again. */
export const SESSION_MS = 12 * 60 * 60_000;
/** Place and PIN are chosen right after the password; hours later somebody else may stand at the keyboard. */
const FRESH_MS = 15 * 60_000;

export type Session = { person: Person; hasPin: boolean; isPinOld: boolean; expiresAt: number };

/** Opens a session; the token is told once, here. Sessions that have ended are swept on the way. */
export async function openSession(db: Database, person: string, at: number): Promise<{ token: string }> {
	const token = makeToken();
	await db.deleteFrom('sessions').where('expires_at', '<=', at).execute();
	await db
		.insertInto('sessions')
		.values({ token_hash: tokenHash(token), person, expires_at: at + SESSION_MS })
		.execute();
	return { token };
}

/** Whose session a token is; undefined when it never was, was closed, or has ended. */
export async function findSession(db: Database, token: string, at: number): Promise<Session | undefined> {
	const row = await db
		.selectFrom('sessions')
		.innerJoin('people', 'people.id', 'sessions.person')
		.leftJoin('badges', (join) => join.onRef('badges.staff', '=', 'people.id').on('badges.private_key', 'is not', null))
		.selectAll('people')
		.select(['sessions.expires_at', 'badges.badge', 'badges.wrapped'])
		.where('sessions.token_hash', '=', tokenHash(token))
		.where('sessions.expires_at', '>', at)
		.where('people.left_at', 'is', null)
		.executeTakeFirst();
	if (!row || isRefused(db, row.password)) return undefined;
	const pin = pinOf(row);
	return {
		person: personOf(row),
		hasPin: pin !== null,
		isPinOld: pin !== null && (isOldPin(pin) || (row.badge !== null && row.wrapped === null)),
		expiresAt: Number(row.expires_at)
	};
}

/** When the password was given. */
export const openedAt = ({ expiresAt }: Pick<Session, 'expiresAt'>): number => expiresAt - SESSION_MS;

/** Whether the password was given in this session a moment ago: only then a PIN may be set without asking for it again. */
export const isFresh = (session: Pick<Session, 'expiresAt'>, at: number): boolean => at - openedAt(session) <= FRESH_MS;

/** Closing what is closed already is no error: the answer to an earlier sign-out may have been lost. */
export async function closeSession(db: Database, token: string): Promise<void> {
	await db.deleteFrom('sessions').where('token_hash', '=', tokenHash(token)).execute();
}

/** Ends the sessions of a person at every other browser: what opened them is not what opens them now. @param kept tokens that stay */
export async function endSessions(db: Database, person: string, kept: readonly string[] = []): Promise<void> {
	let ended = db.deleteFrom('sessions').where('person', '=', person);
	if (kept.length > 0) ended = ended.where('token_hash', 'not in', kept.map(tokenHash));
	await ended.execute();
}

/** Since when a person is signed in elsewhere than with these tokens, the latest first. */
export async function otherSessions(
	db: Database,
	person: string,
	own: readonly string[],
	at: number
): Promise<Instant[]> {
	const rows = await db
		.selectFrom('sessions')
		.select(['token_hash', 'expires_at'])
		.where('person', '=', person)
		.where('expires_at', '>', at)
		.orderBy('expires_at', 'desc')
		.execute();
	const here = new Set(own.map(tokenHash));
	return rows.filter(({ token_hash }) => !here.has(token_hash)).map((row) => Number(row.expires_at) - SESSION_MS);
}
