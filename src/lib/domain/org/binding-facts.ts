import { type FactType } from '../fact/fact';
import { type Role } from '../fact/ids';
import { RELEASED_BY } from './clock-acts';
import { MAY_SET_DAYS } from './calendar-acts';
import { STAFFING_ROLES } from './staffing';

/**
 * Facts that bind others than their author: the days of an org, the law, who acts for whom, the clocks of devices. They count by
 * the right of a person and not by having happened.
 */
const BINDING: Partial<Record<FactType, readonly Role[]>> = {
	calendarChanged: MAY_SET_DAYS,
	regulationImported: ['admin'],
	clockChecked: [...RELEASED_BY, 'admin'],
	actingAppointed: STAFFING_ROLES,
	absenceNoted: STAFFING_ROLES,
	areaGiven: STAFFING_ROLES,
	staffingRevoked: STAFFING_ROLES
};

/** The roles whose holders may write a fact of this type; undefined where it binds nobody. */
export const rolesThatBind = (type: string): readonly Role[] | undefined =>
	Object.hasOwn(BINDING, type) ? BINDING[type as FactType] : undefined;
