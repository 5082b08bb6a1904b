import { RIGHTS, rolesOf } from '../acts/rights.ts';
import { type FactType } from '../fact/fact.ts';
import { type Role } from '../fact/ids.ts';

const NO_STEPS = () => [];

/**
 * Facts that bind others than their author: the days of an org, the law, who acts for whom, the clocks of devices. They count only
 * if their author has the right, not because they happened.
 */
const BINDING: Partial<Record<FactType, readonly Role[]>> = {
	calendarChanged: rolesOf(RIGHTS.setDay.by, NO_STEPS),
	regulationImported: rolesOf(RIGHTS.importRegulation.by, NO_STEPS),
	// An administrator corrects clocks; the heads allow intake with a wrong one.
	clockChecked: [...rolesOf(RIGHTS.allowIntake.by, NO_STEPS), 'admin'],
	actingAppointed: rolesOf(RIGHTS.appoint.by, NO_STEPS),
	absenceNoted: rolesOf(RIGHTS.noteAbsence.by, NO_STEPS),
	areaGiven: rolesOf(RIGHTS.giveArea.by, NO_STEPS),
	staffingRevoked: rolesOf(RIGHTS.revokeStaffing.by, NO_STEPS)
};

/** The roles that may write a fact of this type; undefined where it is not binding. */
export const rolesThatBind = (type: string): readonly Role[] | undefined =>
	Object.hasOwn(BINDING, type) ? BINDING[type as FactType] : undefined;
