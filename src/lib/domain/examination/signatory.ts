import { type Application } from '../application/application';
import { type Role, type StaffId } from '../fact/ids';
import { actingOn, type Staffing } from '../org/staffing';
import { type PlainDate } from '../time/plain-date';

/** Whose signature a letter bears or waits for, and whether as a deputy (м.а. · и.о.). */
export type Signatory = { staff: StaffId; acting: boolean };

/** Who signed; while nobody has, who acts as head on a day, else the head. Null where the body has neither. */
export function signatoryOn(
	{ decision }: Pick<Application, 'decision'>,
	people: readonly { id: StaffId; roles: readonly Role[] }[],
	staffing: Staffing,
	today: PlainDate
): Signatory | null {
	if (decision?.signedBy) return { staff: decision.signedBy.staff, acting: decision.signedBy.acting };
	const deputy = actingOn(staffing, today).find(({ role }) => role === 'head');
	if (deputy) return { staff: deputy.staff, acting: true };
	const head = people.find(({ roles }) => roles.includes('head'));
	return head ? { staff: head.id, acting: false } : null;
}
