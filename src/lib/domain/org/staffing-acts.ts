import { type DecideContext } from '../application/context.ts';
import { allow, refuse, type Refusal, type Verdict } from '../application/refusal.ts';
import { type FactDraft } from '../fact/fact.ts';
import { type FactId, type StaffId } from '../fact/ids.ts';
import { parsePlainDate, type PlainDate } from '../time/plain-date.ts';
import { ALMATY, localOf } from '../time/zone.ts';
import { type ActingRole, type Staffing, STAFFING_ROLES } from './staffing.ts';

/** Dates as typed, `YYYY-MM-DD`; `staff` is null while nobody is chosen. */
type Days = { staff: StaffId | null; from: string; to: string; text: string };
export type AppointCommand = Days & { role: ActingRole; insteadOf: StaffId | null };
export type AbsenceCommand = Days;
export type AreaCommand = { staff: StaffId | null; services: readonly string[]; area: string };

type Period = { from: PlainDate; to: PlainDate };

/**
 * Somebody acts in another's place (м.а. · и.о., or cover for a sole clerk). Overlapping appointments to one role are refused with
 * the holder's name: with two deputies at once the valid signature would be undefined.
 */
export function appointActing(
	staffing: Staffing,
	command: AppointCommand,
	context: DecideContext
): Verdict<FactDraft[]> {
	const { staff, role, insteadOf, text } = command;
	const shut = onlyHeads(context);
	if (shut) return shut;
	if (!staff) return refuse('staffMissing');
	if (staff === insteadOf) return refuse('sameStaff');
	if (context.acting && staff === context.actor && role === context.role) return refuse('actingYourself');
	const period = periodOf(command, context);
	if ('ok' in period) return period;
	const away = staffing.absences.find((each) => each.staff === staff && overlap(each, period));
	if (away) return refuse('absentThen', named(away));
	const other = staffing.appointments.find((each) => each.role === role && overlap(each, period));
	if (other) return refuse('overlapping', named(other));
	return allow([
		{
			type: 'actingAppointed',
			subject: about(context),
			body: { staff, role, insteadOf, ...period },
			details: details(text)
		}
	]);
}

/** Records an absence. Days already recorded are not recorded twice. */
export function noteAbsence(staffing: Staffing, command: AbsenceCommand, context: DecideContext): Verdict<FactDraft[]> {
	const shut = onlyHeads(context);
	if (shut) return shut;
	const { staff, text } = command;
	if (!staff) return refuse('staffMissing');
	const period = periodOf(command, context);
	if ('ok' in period) return period;
	const noted = staffing.absences.find((each) => each.staff === staff && overlap(each, period));
	if (noted) return refuse('overlapping', named(noted));
	return allow([{ type: 'absenceNoted', subject: about(context), body: { staff, ...period }, details: details(text) }]);
}

/** Sets what an executor examines. Nothing named removes the area: then everything may be assigned. */
export function giveArea(command: AreaCommand, context: DecideContext): Verdict<FactDraft[]> {
	const shut = onlyHeads(context);
	if (shut) return shut;
	if (!command.staff) return refuse('staffMissing');
	const services = [...new Set(command.services)].sort();
	return allow([
		{
			type: 'areaGiven',
			subject: about(context),
			body: { staff: command.staff, services, area: command.area.trim() },
			details: null
		}
	]);
}

/** Revokes an appointment or an absence. */
export function revokeStaffing(staffing: Staffing, what: FactId, context: DecideContext): Verdict<FactDraft[]> {
	const shut = onlyHeads(context);
	if (shut) return shut;
	if (staffing.revoked.includes(what)) return refuse('alreadyAnnulled');
	const entries = [...staffing.appointments, ...staffing.absences, ...staffing.areas];
	if (!entries.some(({ fact }) => fact === what)) return refuse('unknownFact');
	return allow([
		{ type: 'staffingRevoked', subject: about(context), on: [what], body: { what: [what] }, details: null }
	]);
}

const onlyHeads = ({ role }: DecideContext): Refusal | null =>
	STAFFING_ROLES.includes(role) ? null : refuse('noRight', { role: 'head' });

/** From is not after to, and the last day is not over: past days cannot be changed. */
function periodOf({ from, to }: Pick<Days, 'from' | 'to'>, { now }: DecideContext): Period | Refusal {
	const [first, last] = [parsePlainDate(from), parsePlainDate(to)];
	if (!first || !last) return refuse('dateMissing');
	if (first > last) return refuse('periodWrong');
	if (last < localOf(now, ALMATY).date) return refuse('periodOver');
	return { from: first, to: last };
}

const overlap = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to;
const named = ({ staff, from, to }: Period & { staff: StaffId }) => ({ person: staff, from, to });
const about = ({ org }: DecideContext) => ({ kind: 'org', org }) as const;
const details = (text: string) => (text.trim() ? { text: text.trim() } : null);
