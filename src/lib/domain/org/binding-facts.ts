import { rolesWith } from '../acts/rights.ts';
import { type FactType } from '../fact/fact.ts';
import { type Role } from '../fact/ids.ts';

/**
 * Facts that bind others than their author: the days of an org, the law, who acts for whom, the clocks of devices. They count only
 * if their author has the right, not because they happened.
 */
const BINDING: Partial<Record<FactType, readonly Role[]>> = {
	calendarChanged: rolesWith('setDay'),
	regulationImported: rolesWith('importRegulation'),
	// An administrator corrects clocks; the heads allow intake with a wrong one.
	clockChecked: [...rolesWith('allowIntake'), 'admin'],
	actingAppointed: rolesWith('appoint'),
	absenceNoted: rolesWith('noteAbsence'),
	areaGiven: rolesWith('giveArea'),
	staffingRevoked: rolesWith('revokeStaffing')
};

/** The roles that may write a fact of this type; undefined where it is not binding. */
export const rolesThatBind = (type: string): readonly Role[] | undefined =>
	Object.hasOwn(BINDING, type) ? BINDING[type as FactType] : undefined;
