import { type Role } from '../fact/ids.ts';
import { type Regulation } from './regulation.ts';
import { entriesOf, type Entry, routeOf, type StepFact, type UnitCode } from './route.ts';

/**
 * The units that may do a step of a service: the one of table 1, then those of the readings (C07, C10, C16 …). Empty where the
 * regulation does not open the entry, or its route has no such step.
 */
export function unitsOfStep(regulation: Regulation, entry: Entry, fact: StepFact): UnitCode[] {
	const step = routeOf(regulation, entry, 'notice').find((each) => each.fact === fact);
	return step ? [step.unit, ...step.alsoBy] : [];
}

/** Whether a role does a step of a service; no names of services or roles in code. */
export function doesStep(role: Role, regulation: Regulation, entry: Entry, fact: StepFact): boolean {
	const units: readonly Role[] = unitsOfStep(regulation, entry, fact);
	return units.includes(role);
}

/**
 * The units primarily responsible for a step, by any entry: counters contain the service but not the entry, and a step may be done
 * by one unit for applications through a Center, by another for those at the body.
 */
export function unitsAsked(regulation: Regulation, fact: StepFact): UnitCode[] {
	return [...new Set(entriesOf(regulation).flatMap((entry) => unitsOfStep(regulation, entry, fact).slice(0, 1)))];
}

/** All units to which some regulation gives a step, at a Center or at a body. */
export function unitsOfAnyStep(regulations: readonly Regulation[], fact: StepFact): UnitCode[] {
	const units = regulations.flatMap((regulation) =>
		entriesOf(regulation).flatMap((entry) => unitsOfStep(regulation, entry, fact))
	);
	return [...new Set(units)];
}
