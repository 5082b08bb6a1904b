import { type StaffId } from '#lib/domain/fact/ids.ts';
import type { SignInRequest } from '#lib/protocol/session-messages.ts';
import { type Place } from './known-places.ts';
import { closeSession } from './sessions.ts';
import { type SignIn, signIn } from './sign-in.ts';
import type { Database } from '../store/database.ts';

type Proven = { ok: true; staff: StaffId } | Exclude<SignIn, { ok: true }>;

/**
 * Whether a second person is there, by number and password: wrong ones count as at the sign-in. Nobody is signed in by it.
 */
export async function proveSecond(
	db: Database,
	typed: SignInRequest,
	context: Place & { at: number }
): Promise<Proven> {
	const proven = await signIn(db, typed, context);
	if (!proven.ok) return proven;
	await closeSession(db, proven.token);
	return { ok: true, staff: proven.session.person.id };
}
