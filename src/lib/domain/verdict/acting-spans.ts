import { legalTimeOf } from '../application/legal-time.ts';
import { type ClockCorrection } from '../application/application.ts';
import { type Fact } from '../fact/fact.ts';
import { type FactId, type Instant, type OrgId, type StaffId } from '../fact/ids.ts';
import { type ActingRole, STAFFING_ROLES } from '../org/staffing.ts';
import { ALMATY, localOf } from '../time/zone.ts';
import { counting } from './flags.ts';

/** Days on which somebody holds a role by an appointment made at `madeAt`; it ended early at `revokedAt`, and held until then. */
type ActingSpan = {
	staff: StaffId;
	role: ActingRole;
	from: string;
	to: string;
	madeAt: Instant;
	revokedAt: Instant | null;
};

/**
 * The appointments of an org that count, as they were at any time: what somebody did in a role before it was taken from them stays
 * rightful, whereas the present staffing (`org/staffing`) leaves out what was revoked.
 * @param facts with the verdicts about them
 */
export function actingSpans(
	facts: readonly Fact[],
	org: OrgId,
	corrections: readonly ClockCorrection[] = []
): ActingSpan[] {
	const counted = counting(facts).filter(
		({ subject, org: author, role }) =>
			subject.kind === 'org' && subject.org === org && author === org && STAFFING_ROLES.includes(role)
	);
	const revoked = new Map<FactId, Instant>();
	for (const fact of counted) {
		if (fact.type !== 'staffingRevoked') continue;
		const at = legalTimeOf(fact, corrections);
		for (const id of fact.body.what) revoked.set(id, Math.min(at, revoked.get(id) ?? at));
	}
	return counted.flatMap((fact) => {
		if (fact.type !== 'actingAppointed') return [];
		const { staff, role, from, to } = fact.body;
		const madeAt = legalTimeOf(fact, corrections);
		return { staff, role, from, to, madeAt, revokedAt: revoked.get(fact.id) ?? null };
	});
}

/**
 * Whether somebody held a role by appointment at a moment. An appointment counts from its first day, also where it was recorded later.
 * @param madeBefore asks only for those made before this moment
 */
export function wasActing(
	spans: readonly ActingSpan[],
	{ staff, role, at, madeBefore }: { staff: StaffId; role: string; at: Instant; madeBefore: Instant | null }
): boolean {
	const { date } = localOf(at, ALMATY);
	return spans.some(
		(span) =>
			span.staff === staff &&
			span.role === role &&
			span.from <= date &&
			date <= span.to &&
			(span.revokedAt === null || at < span.revokedAt) &&
			(madeBefore === null || span.madeAt < madeBefore)
	);
}
