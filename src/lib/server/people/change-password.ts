import { type Directory, findOrganisation } from '#lib/domain/org/directory.ts';
import type { PasswordChange } from '#lib/protocol/session-messages.ts';
import { countAttempt, forgiveAttempts } from './attempts.ts';
import type { Place } from './known-places.ts';
import { inTurn } from './password-turns.ts';
import { checkPassword, hashPassword } from './password.ts';
import { setPassword, weaknessOf, type WeakPassword } from './set-password.ts';
import { enter, type SignIn } from './sign-in.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transact.ts';

type Context = Place & { at: number; directory: Directory };

/**
 * Replaces the password of somebody who knows the old one, ends every session of theirs, and opens a new one. Wrong old passwords count as
 * at the sign-in: a session that was left open is no place to guess.
 */
export const changePassword = (
	db: Database,
	person: string,
	request: PasswordChange,
	context: Context
): Promise<SignIn | WeakPassword> => inTurn(() => changeNow(db, person, request, context));

async function changeNow(
	db: Database,
	id: string,
	{ old, password }: PasswordChange,
	{ at, directory, ...place }: Context
): Promise<SignIn | WeakPassword> {
	const person = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
	const who = { number: person.number, place };
	const attempt = await countAttempt(db, who, at);
	if ('retryAfterMs' in attempt) return { ok: false, why: 'closed', retryAfterMs: attempt.retryAfterMs };
	if (!(await checkPassword(old, person.password))) return { ok: false, why: 'wrong', attemptsLeft: attempt.left };
	await forgiveAttempts(db, who, at);
	if (password.normalize('NFC') === old.normalize('NFC')) return { ok: false, why: 'weak', refusal: 'asBefore' };
	const weak = await weaknessOf(password, person, findOrganisation(directory, person.org));
	if (weak) return weak;
	const hash = await hashPassword(password);
	await transact(db, (tx) => setPassword(tx, id, hash));
	return enter(db, id, who, at);
}
