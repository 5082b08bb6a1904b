import { type OrgId, type Role } from '../../domain/fact/ids';
import { problem } from '../http/problem';
import { type Session } from '../people/sessions';

/** Who answers for the terms (para 18). */
export const HEADS: readonly Role[] = ['centerHead', 'head'];
/** Who keeps the ledger, and who signs and examines what stands in it. */
export const LEDGER_READERS: readonly Role[] = ['chancery', 'head', 'executor'];

export type Asker = { ok: true; org: OrgId } | { ok: false; response: Response };

/** The org whose report a person may see: their own, if one of their roles is among these; without `roles` any will do. */
export function askerOf(session: Session | undefined, roles?: readonly Role[]): Asker {
	if (!session) return { ok: false, response: problem('notSignedIn') };
	const { org, roles: own } = session.person;
	if (roles && !own.some((role) => roles.includes(role))) return { ok: false, response: problem('notAllowed') };
	return { ok: true, org };
}
