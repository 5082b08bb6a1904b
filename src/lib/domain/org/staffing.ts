import { RIGHTS } from '../acts/rights.ts';
import { type ClockCorrection } from '../application/application.ts';
import { compareByTime, legalTimeOf } from '../application/legal-time.ts';
import { type BodyOf, type Fact, type FactOf, type FactType } from '../fact/fact.ts';
import { type FactId, type Instant, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { type FeedType, traitsOf } from '../fact/traits.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { counting } from '../verdict/flags.ts';

/** Roles whose staffing facts count, because these give roles. */
export const STAFFING_ROLES: readonly Role[] = RIGHTS.appoint.by.roles;

/** Roles that somebody can hold in another's place. */
export type ActingRole = BodyOf<'actingAppointed'>['role'];

type Origin = { fact: FactId; staff: StaffId; by: StaffId; at: Instant };
/** Days, both ends included; `text` is null where the personal part is missing. */
type Days = { from: PlainDate; to: PlainDate; text: string | null };
export type Appointment = Origin & Days & { role: ActingRole; insteadOf: StaffId | null };
export type Absence = Origin & Days;
/** What an executor examines: ids of regulations, and the area as text. */
export type Area = Origin & { services: readonly string[]; area: string };
/** A deputy: holds a role on a day that is not their own. */
export type Acting = { staff: StaffId; role: ActingRole; insteadOf: StaffId | null };

/** The current staffing, by first day, without what was revoked. */
export type Staffing = {
	appointments: readonly Appointment[];
	absences: readonly Absence[];
	/** One per person: the latest. */
	areas: readonly Area[];
	/** Revoked facts, to distinguish "already revoked" from "unknown". */
	revoked: readonly FactId[];
};

export const NO_STAFFING: Staffing = { appointments: [], absences: [], areas: [], revoked: [] };

type StaffingFact = Extract<Fact, { type: FeedType<'staffing'> }>;
type Timed<T extends FactType> = { fact: FactOf<T>; at: Instant };

/** The staffing of one org, from facts in any order, repeats allowed; with the verdicts about them. */
export function foldStaffing(
	facts: readonly Fact[],
	org: OrgId,
	corrections: readonly ClockCorrection[] = []
): Staffing {
	const timedFacts = [...new Map(counting(facts).map((fact) => [fact.id, fact])).values()]
		.filter((fact): fact is StaffingFact => isStaffing(fact) && isOf(fact, org))
		.map((fact) => ({ fact, at: legalTimeOf(fact, corrections), journal: fact.journal, seq: fact.seq }))
		.sort(compareByTime);
	const revoked = new Set(timedFacts.flatMap(({ fact }) => (fact.type === 'staffingRevoked' ? fact.body.what : [])));
	const active = timedFacts.filter(({ fact }) => !revoked.has(fact.id));
	const of = <T extends FactType>(type: T) => active.filter(({ fact }) => fact.type === type) as unknown as Timed<T>[];
	const areas = new Map(of('areaGiven').map((entry) => [entry.fact.body.staff, areaFrom(entry)]));
	return {
		appointments: of('actingAppointed').map(appointmentOf).sort(byFirstDay),
		absences: of('absenceNoted').map(absenceOf).sort(byFirstDay),
		// The latest fact counts; one without content removes the area.
		areas: [...areas.values()]
			.filter(({ services, area }) => services.length > 0 || area !== '')
			.sort((a, b) => (a.staff < b.staff ? -1 : 1)),
		revoked: [...revoked].sort()
	};
}

/** Who acts in whose place on a day. */
export function actingOn({ appointments }: Staffing, date: PlainDate): Acting[] {
	return appointments
		.filter((days) => holdsOn(days, date))
		.map(({ staff, role, insteadOf }) => ({ staff, role, insteadOf }));
}

/** Whether somebody holds a role on a day by an appointment. */
export const isActing = (staffing: Staffing, date: PlainDate, staff: StaffId, role: Role): boolean =>
	actingOn(staffing, date).some((each) => each.staff === staff && each.role === role);

/** Who is not at work on a day. */
export function absentOn({ absences }: Staffing, date: PlainDate): ReadonlySet<StaffId> {
	return new Set(absences.filter((days) => holdsOn(days, date)).map(({ staff }) => staff));
}

/** What an executor examines; null where not set. */
export function areaOf({ areas }: Staffing, staff: StaffId): Area | null {
	return areas.find((area) => area.staff === staff) ?? null;
}

/** Entries current on a day or later, without past ones. */
export function currentAndComing<Entry extends Pick<Days, 'to'>>(entries: readonly Entry[], date: PlainDate): Entry[] {
	return entries.filter(({ to }) => to >= date);
}

/** The roles somebody may act in on a day: their own first, then those held by appointment. */
export function rolesOn(
	person: { id: StaffId; roles: readonly Role[] },
	staffing: Staffing,
	date: PlainDate
): readonly Role[] {
	const acting = actingOn(staffing, date).flatMap(({ staff, role }) => (staff === person.id ? [role] : []));
	return [...new Set<Role>([...person.roles, ...acting])];
}

export const holdsOn = ({ from, to }: Pick<Days, 'from' | 'to'>, date: PlainDate): boolean =>
	from <= date && date <= to;

const isStaffing = ({ type }: Fact): boolean => traitsOf(type).feeds === 'staffing';

const isOf = ({ subject, org: author, role }: Fact, org: OrgId): boolean =>
	subject.kind === 'org' && subject.org === org && author === org && STAFFING_ROLES.includes(role);

const originOf = ({ fact, at }: { fact: StaffingFact; at: Instant }) => ({ fact: fact.id, by: fact.actor, at });

function appointmentOf(entry: Timed<'actingAppointed'>): Appointment {
	const { staff, role, insteadOf, from, to } = entry.fact.body;
	const days = { from: from as PlainDate, to: to as PlainDate, text: entry.fact.details?.text ?? null };
	return { ...originOf(entry as { fact: StaffingFact; at: Instant }), staff, role, insteadOf, ...days };
}

function absenceOf(entry: Timed<'absenceNoted'>): Absence {
	const { staff, from, to } = entry.fact.body;
	const days = { from: from as PlainDate, to: to as PlainDate, text: entry.fact.details?.text ?? null };
	return { ...originOf(entry as { fact: StaffingFact; at: Instant }), staff, ...days };
}

function areaFrom(entry: Timed<'areaGiven'>): Area {
	const { staff, services, area } = entry.fact.body;
	return { ...originOf(entry as { fact: StaffingFact; at: Instant }), staff, services, area: area.trim() };
}

const byFirstDay = (a: Absence, b: Absence): number =>
	a.from === b.from ? (a.fact < b.fact ? -1 : 1) : a.from < b.from ? -1 : 1;
