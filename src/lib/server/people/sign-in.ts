import type { SignInRequest } from '#lib/protocol/session-messages.ts';
import { isRefused } from '../demo/refused-people.ts';
import { countAttempt, forgiveAttempts } from './attempts.ts';
import { type Place } from './known-places.ts';
import { createTurns } from '../http/turns.ts';
import { checkPassword, NOBODYS_PASSWORD } from './password.ts';
import { findSession, openSession, type Session } from './sessions.ts';
import type { Database } from '../store/database.ts';

export type SignIn =
	| { ok: true; token: string; session: Session }
	| { ok: false; why: 'wrong'; attemptsLeft: number }
	| { ok: false; why: 'closed'; retryAfterMs: number }
	/** So many ask at the same moment that the check would come too late. */
	| { ok: false; why: 'busy'; retryAfterMs: number };

type Context = Place & { at: number; check?: typeof checkPassword };

/** A check takes 46 MiB and a tenth of a second of a core; of these the last is answered within two seconds. */
const turns = createTurns({ atOnce: 2, most: 24 });
/** When it is worth asking again. */
const BUSY_MS = 2000;

/**
 * Staff number and password into a session. A wrong password and an unknown number are told alike and cost the same
 * work, so that nobody learns which numbers exist.
 * @param context `address` and `token` of the place where the request came from; `check` is replaced in tests only
 */
export async function signIn(db: Database, request: SignInRequest, context: Context): Promise<SignIn> {
	const answer = turns.take(() => signInNow(db, request, context));
	return answer ?? { ok: false, why: 'busy', retryAfterMs: BUSY_MS };
}

async function signInNow(db: Database, request: SignInRequest, context: Context): Promise<SignIn> {
	const { at, address, token: place, check = checkPassword } = context;
	const who = { number: request.number, place: { address, token: place } };
	const attempt = await countAttempt(db, who, at);
	if ('retryAfterMs' in attempt) return { ok: false, why: 'closed', retryAfterMs: attempt.retryAfterMs };
	const person = await db
		.selectFrom('people')
		.select(['id', 'password'])
		.where('number', '=', request.number)
		.executeTakeFirst();
	const right = await check(request.password, person?.password ?? NOBODYS_PASSWORD);
	if (!person || !right || isRefused(db, person.password))
		return { ok: false, why: 'wrong', attemptsLeft: attempt.left };
	await forgiveAttempts(db, who, at);
	const { token } = await openSession(db, person.id, at);
	const session = await findSession(db, token, at);
	if (!session) throw new Error('A session just opened is not there');
	return { ok: true, token, session };
}
