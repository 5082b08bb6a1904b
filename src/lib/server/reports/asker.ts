import { type Instant, type OrgId, type Role } from '../../domain/fact/ids';
import { foldStaffing, rolesOn } from '../../domain/org/staffing';
import { ALMATY, localOf } from '../../domain/time/zone';
import { type Person } from '../../protocol/session-messages';
import { currentLaw } from '../../regulations/law-of';
import { readableFacts } from '../../regulations/readable-facts';
import { problem } from '../http/problem';
import { type Session } from '../people/sessions';
import { type JournalReads } from '../store/journal-store';

/** Who answers for the terms (para 18). */
export const HEADS: readonly Role[] = ['centerHead', 'head'];
/** Who keeps the ledger, and who signs and examines what stands in it. */
export const LEDGER_READERS: readonly Role[] = ['chancery', 'head', 'executor'];

export type Asker = { ok: true; org: OrgId } | { ok: false; response: Response };

/** Whose screen shows a report, what the org has said of its staffing, and the moment of the question. */
export type Allowed = { roles: readonly Role[]; store: Pick<JournalReads, 'staffingFacts'>; now: Instant };

/** The org whose report a person may see: their own. */
export function askerOf(session: Session | undefined): Asker {
	if (!session) return { ok: false, response: problem('notSignedIn') };
	return { ok: true, org: session.person.org };
}

/** The same where a role is asked for: one of their own, or one held that day in another's place, as on their screen. */
export async function askerAs(session: Session | undefined, { roles, store, now }: Allowed): Promise<Asker> {
	const asker = askerOf(session);
	if (!session || !asker.ok) return asker;
	const isAmong = (held: readonly Role[]): boolean => held.some((role) => roles.includes(role));
	const { person } = session;
	if (isAmong(person.roles) || isAmong(await rolesOf(person, store, now))) return asker;
	return { ok: false, response: problem('notAllowed') };
}

async function rolesOf(person: Person, store: Allowed['store'], now: Instant): Promise<readonly Role[]> {
	const facts = readableFacts(await store.staffingFacts(person.org));
	const staffing = foldStaffing(facts, person.org, currentLaw().corrections);
	return rolesOn(person, staffing, localOf(now, ALMATY).date);
}
