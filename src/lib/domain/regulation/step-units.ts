import { type Role } from '../fact/ids';
import { type Regulation } from './regulation';
import { routeOf, type Entry, type StepFact, type UnitCode } from './route';

/**
 * The units that may do a step of a service: the one of table 1, then those of the readings (C07, C10, C16 …). Empty where the
 * regulation does not open the entry, or its route has no such step.
 */
export function unitsOfStep(regulation: Regulation, entry: Entry, fact: StepFact): UnitCode[] {
	const step = routeOf(regulation, entry, 'notice').find((each) => each.fact === fact);
	return step ? [step.unit, ...step.alsoBy] : [];
}

/** Whether a role does a step of a service; no service and no role is known by name here. */
export function doesStep(role: Role, regulation: Regulation, entry: Entry, fact: StepFact): boolean {
	const units: readonly Role[] = unitsOfStep(regulation, entry, fact);
	return units.includes(role);
}
