import { type Instant, type OrgId, type Role } from '#lib/domain/fact/ids.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { foldStaffing, rolesOn } from '#lib/domain/org/staffing.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';
import { type Person } from '#lib/protocol/session-messages.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { problem } from '../http/problem.ts';
import { type Session } from '../people/sessions.ts';
import { type JournalReads } from '../store/journal-store.ts';

type Asker = { ok: true; org: OrgId } | { ok: false; response: Response };

/** Whose screen shows a report, what the org has recorded of its staffing, the law, and the moment of the question. */
export type Allowed = {
	roles: readonly Role[];
	store: Pick<JournalReads, 'staffingFacts'>;
	law: Law;
	now: Instant;
};

/** The org whose report a person may see: their own. */
export function askerOf(session: Session | undefined): Asker {
	if (!session) return { ok: false, response: problem('notSignedIn') };
	return { ok: true, org: session.person.org };
}

/** The same where a role is asked for: one of their own, or one held that day in another's place, as on their screen. */
export async function askerAs(session: Session | undefined, allowed: Allowed): Promise<Asker> {
	const asker = askerOf(session);
	if (!session || !asker.ok) return asker;
	const isAmong = (held: readonly Role[]): boolean => held.some((role) => allowed.roles.includes(role));
	const { person } = session;
	if (isAmong(person.roles) || isAmong(await rolesOf(person, allowed))) return asker;
	return { ok: false, response: problem('notAllowed') };
}

async function rolesOf(person: Person, { store, law, now }: Allowed): Promise<readonly Role[]> {
	const facts = readableFacts(await store.staffingFacts(person.org));
	const staffing = foldStaffing(facts, person.org, law.corrections);
	return rolesOn(person, staffing, localOf(now, ALMATY).date);
}
