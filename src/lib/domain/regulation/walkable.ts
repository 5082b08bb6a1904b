import { type Regulation } from './regulation.ts';
import { entriesOf, type Entry, routeOf, type StepFact, type UnitCode } from './route.ts';

/**
 * Units with a screen for each step. The resolution gives steps to units, and a new service may give them to others: a step without
 * a screen would never be done.
 */
const DOERS: Readonly<Record<Entry, Readonly<Partial<Record<StepFact, readonly UnitCode[]>>>>> = {
	center: {
		accepted: ['centerInspector'],
		collected: ['accumulationInspector'],
		dispatched: ['accumulationInspector'],
		arrived: ['chancery'],
		registered: ['chancery'],
		assigned: ['head'],
		drafted: ['executor'],
		signed: ['head'],
		recorded: ['chancery', 'executor'],
		returned: ['chancery'],
		resultsArrived: ['accumulationInspector'],
		handedOut: ['centerInspector']
	},
	body: {
		accepted: ['chancery', 'executor'],
		assigned: ['head'],
		drafted: ['executor'],
		signed: ['head'],
		recorded: ['chancery', 'executor'],
		handedOut: ['chancery', 'executor']
	}
};

/** The units that have a screen for a step, by where the applicant came; which services they do it for is asked of the regulations. */
export const doersOf = (entry: Entry, fact: StepFact): readonly UnitCode[] => DOERS[entry][fact] ?? [];

/** Steps through a Center that papers depend on: one starts the head's queue, the other the way back. */
const NEEDED_THROUGH_CENTER: readonly StepFact[] = ['registered', 'returned'];

/** A step that would not be done; `what`: the unit, or the missing step. */
type Undone = { place: string; what: UnitCode | StepFact };

/** Steps whose unit has no screen for them. */
export function stepsWithoutDoer(regulation: Regulation): Undone[] {
	return entriesOf(regulation).flatMap((entry) =>
		routeOf(regulation, entry, 'notice').flatMap(({ fact, unit }, index) =>
			doersOf(entry, fact).includes(unit) ? [] : [{ place: `routes.${entry}.${index}`, what: unit }]
		)
	);
}

/** Steps missing in a route through a Center without which its papers would stop. */
export function stepsMissing({ routes: { center } }: Regulation): Undone[] {
	if (center === null) return [];
	return NEEDED_THROUGH_CENTER.filter((fact) => !center.some((row) => row.fact === fact)).map((what) => ({
		place: 'routes.center',
		what
	}));
}
