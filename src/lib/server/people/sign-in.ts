import type { SignInRequest } from '#lib/protocol/session-messages.ts';
import { isRefused } from '../demo/refused-people.ts';
import { countAttempt, forgiveAttempts, type Who } from './attempts.ts';
import { type Place } from './known-places.ts';
import { type Busy, inTurn } from './password-turns.ts';
import { checkPassword, NOBODYS_PASSWORD } from './password.ts';
import { findSession, openSession, type Session } from './sessions.ts';
import type { Database } from '../store/database.ts';

export type SignIn =
	| { ok: true; token: string; session: Session }
	| { ok: false; why: 'wrong'; attemptsLeft: number }
	| { ok: false; why: 'closed'; retryAfterMs: number }
	| Busy;

type Context = Place & { at: number; check?: typeof checkPassword };

/**
 * Staff number and password into a session. A wrong password and an unknown number are told alike and cost the same
 * work, so that nobody learns which numbers exist.
 * @param context `address` and `token` of the place where the request came from; `check` is replaced in tests only
 */
export const signIn = (db: Database, request: SignInRequest, context: Context): Promise<SignIn> =>
	inTurn(() => signInNow(db, request, context));

async function signInNow(db: Database, request: SignInRequest, context: Context): Promise<SignIn> {
	const { at, address, token: place, check = checkPassword } = context;
	const who = { number: request.number, place: { address, token: place } };
	const attempt = await countAttempt(db, who, at);
	if ('retryAfterMs' in attempt) return { ok: false, why: 'closed', retryAfterMs: attempt.retryAfterMs };
	const person = await db
		.selectFrom('people')
		.select(['id', 'password'])
		.where('number', '=', request.number)
		.where('left_at', 'is', null)
		.executeTakeFirst();
	const right = await check(request.password, person?.password || NOBODYS_PASSWORD);
	if (!person || !right || isRefused(db, person.password))
		return { ok: false, why: 'wrong', attemptsLeft: attempt.left };
	return enter(db, person.id, who, at);
}

/** Opens the session of somebody who has just proven who they are, and forgives what they got wrong before. */
export async function enter(db: Database, person: string, who: Who, at: number): Promise<SignIn> {
	await forgiveAttempts(db, who, at);
	const { token } = await openSession(db, person, at);
	const session = await findSession(db, token, at);
	if (!session) throw new Error('A session just opened is not there');
	return { ok: true, token, session };
}
