import type { SignInRequest } from '../../protocol/session-messages';
import { isRefused } from '../demo/refused-people';
import { countAttempt, forgiveAttempts } from './attempts';
import { checkPassword, NOBODYS_PASSWORD } from './password';
import { findSession, openSession, type Session } from './sessions';
import type { Database } from '../store/database';

export type SignIn =
	| { ok: true; token: string; session: Session }
	| { ok: false; why: 'wrong'; attemptsLeft: number }
	| { ok: false; why: 'closed'; retryAfterMs: number };

/**
 * Staff number and password into a session. A wrong password and an unknown number are told alike and cost the same
 * work, so that nobody learns which numbers exist.
 * @param context.address where the request came from; `check` is replaced in tests only
 */
export async function signIn(
	db: Database,
	request: SignInRequest,
	context: { at: number; address: string; check?: typeof checkPassword }
): Promise<SignIn> {
	const { at, address, check = checkPassword } = context;
	const who = { number: request.number, address };
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
	await forgiveAttempts(db, who);
	const { token } = await openSession(db, person.id, at);
	const session = await findSession(db, token, at);
	if (!session) throw new Error('A session just opened is not there');
	return { ok: true, token, session };
}
