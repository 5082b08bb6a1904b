import { type Fact } from '#lib/domain/fact/fact.ts';
import { type Instant, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Registry } from '#lib/domain/registry/registry.ts';
import { type AuditEntry, type AuditResponse } from '#lib/protocol/registry-messages.ts';

/** `before`: facts before this place, counted from the first one. */
type AuditFilter = {
	orgs: readonly OrgId[];
	type?: string | undefined;
	actor?: StaffId | undefined;
	about?: StaffId | undefined;
	from?: Instant | undefined;
	to?: Instant | undefined;
	before?: number | undefined;
};

const PAGE = 100;

/** Who recorded what of people, offices and devices, the newest first. */
export function auditOf(facts: readonly Fact[], registry: Registry, filter: AuditFilter): AuditResponse {
	const entries: AuditEntry[] = [];
	let place = Math.min(filter.before ?? facts.length, facts.length);
	while (place > 0 && entries.length < PAGE) {
		place -= 1;
		const fact = facts[place]!;
		if (fits(fact, filter)) entries.push(entryOf(fact, registry));
	}
	return { entries, next: place > 0 ? place : null };
}

const orgOf = ({ subject, org }: Fact): OrgId => (subject.kind === 'org' ? subject.org : org);

const staffIn = ({ body }: Fact): StaffId | null => ('staff' in body ? (body.staff as StaffId | null) : null);

function fits(fact: Fact, { orgs, type, actor, about, from, to }: AuditFilter): boolean {
	return (
		orgs.includes(orgOf(fact)) &&
		(type === undefined || fact.type === type) &&
		(actor === undefined || fact.actor === actor) &&
		(about === undefined || staffIn(fact) === about) &&
		(from === undefined || fact.at >= from) &&
		(to === undefined || fact.at <= to)
	);
}

function entryOf(fact: Fact, { people }: Registry): AuditEntry {
	const nameOf = (staff: StaffId | null): string | null => {
		const person = staff === null ? undefined : people.get(staff);
		if (!person) return null;
		const { surname = '', given = '' } = person.name ?? {};
		return `${person.number} ${surname} ${given}`.trim();
	};
	const { id, type, at, actor, role } = fact;
	const { tell: _, ...body } = fact.body as Record<string, unknown>;
	const second = 'second' in body ? { secondName: nameOf(body['second'] as StaffId) } : {};
	const names = { actorName: nameOf(actor), ...second, about: nameOf(staffIn(fact)) };
	return { id, type, at, actor, role, org: orgOf(fact), ...names, body };
}
