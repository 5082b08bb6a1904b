import { readOneTimeCode } from '#lib/domain/org/one-time-code.ts';
import { type Directory, findOrganisation } from '#lib/domain/org/directory.ts';
import type { CodeRequest } from '#lib/protocol/session-messages.ts';
import { countAttempt, forgiveAttempts } from './attempts.ts';
import type { Place } from './known-places.ts';
import { countWrongCode, keptCode, takeCode } from './one-time-codes.ts';
import { inTurn } from './password-turns.ts';
import { checkPassword, hashPassword, NOBODYS_PASSWORD } from './password.ts';
import { setPassword, weaknessOf, type WeakPassword } from './set-password.ts';
import { enter, type SignIn } from './sign-in.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transact.ts';

type Context = Place & { at: number; directory: Directory };

/**
 * Staff number and one-time code into a new password and a session with it; every other session of the person ends. A wrong code, one
 * that has ended and an unknown number are told alike and cost the same work. The password is judged behind the right code only, which then
 * stays to be used.
 */
export const signInByCode = (db: Database, request: CodeRequest, context: Context): Promise<SignIn | WeakPassword> =>
	inTurn(() => signInNow(db, request, context));

async function signInNow(db: Database, request: CodeRequest, context: Context): Promise<SignIn | WeakPassword> {
	const { at, directory, ...place } = context;
	const who = { number: request.number, place };
	const attempt = await countAttempt(db, who, at);
	if ('retryAfterMs' in attempt) return { ok: false, why: 'closed', retryAfterMs: attempt.retryAfterMs };
	const wrong = { ok: false, why: 'wrong', attemptsLeft: attempt.left } as const;
	const person = await db
		.selectFrom('people')
		.selectAll()
		.where('number', '=', request.number)
		.where('left_at', 'is', null)
		.executeTakeFirst();
	const code = person && (await keptCode(db, person.id, at));
	const right = await checkPassword(readOneTimeCode(request.code) ?? '', code?.hash ?? NOBODYS_PASSWORD);
	if (!person || !code || !right) {
		if (person) await countWrongCode(db, person.id);
		return wrong;
	}
	const weak = await weaknessOf(request.password, person, findOrganisation(directory, person.org));
	if (weak) {
		await forgiveAttempts(db, who, at);
		return weak;
	}
	const hash = await hashPassword(request.password);
	const isTaken = await transact(db, async (tx) => {
		if (!(await takeCode(tx, person.id, code))) return false;
		await setPassword(tx, person.id, hash);
		return true;
	});
	return isTaken ? enter(db, person.id, who, at) : wrong;
}
