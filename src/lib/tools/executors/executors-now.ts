import { sumOfCounters } from '#lib/domain/application/counter-key.ts';
import { isAt } from '#lib/domain/application/whereabouts.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { absentOn, type Area, areaOf, type Staffing } from '#lib/domain/org/staffing.ts';
import { type ExecutorCandidate } from '#lib/domain/org/suggest-executor.ts';
import { type PlainDate } from '#lib/domain/time/plain-date.ts';

/** An executor today: what waits on them, how much of it is late, their area, whether they are at work. */
export type ExecutorNow = ExecutorCandidate & { late: number; area: Area | null };

/** Who examines in an org, each with load, lateness, area and absence. Loads come from the counters, never from all applications. */
export function executorsNow(input: {
	people: readonly { id: StaffId; roles: readonly Role[] }[];
	org: OrgId;
	staffing: Staffing;
	today: PlainDate;
	counters: ReadonlyMap<string, number>;
	/** Rows whose due time has passed, of whatever step. */
	late: readonly ApplicationSummary[];
}): ExecutorNow[] {
	const { org, staffing, counters } = input;
	const absent = absentOn(staffing, input.today);
	return input.people
		.filter(({ roles }) => roles.includes('executor'))
		.map(({ id }) => {
			const area = areaOf(staffing, id);
			return {
				staff: id,
				services: area && area.services.length > 0 ? area.services : null,
				area,
				absent: absent.has(id),
				load: loadOf(counters, org, id),
				late: input.late.filter(({ next, executor, body }) => next === 'drafted' && executor === id && body === org)
					.length
			};
		});
}

/** Assigned applications that wait for their draft. */
const loadOf = (counters: ReadonlyMap<string, number>, org: OrgId, staff: StaffId): number =>
	sumOfCounters(counters, ({ step, packet }) => step === 'drafted' && isAt(packet, { kind: 'executor', org, staff }));
