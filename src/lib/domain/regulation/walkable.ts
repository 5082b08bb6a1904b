import { type Regulation } from './regulation.ts';
import { entriesOf, type Entry, routeOf, type StepFact, type UnitCode } from './route.ts';

/**
 * Who has a screen for a step. The resolution gives steps to units, and a new service may give them to others: what nobody's screen
 * offers would lie for ever.
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

/** Steps through a Center that ask for what papers cannot do without: the head's queue opens with one, the way back with the other. */
const NEEDED_THROUGH_CENTER: readonly StepFact[] = ['registered', 'returned'];

/** A step that would not be done; `what`: the unit that is named, or the step that is missing. */
type Undone = { place: string; what: UnitCode | StepFact };

/** Steps whose unit has no screen for them. */
export function stepsWithoutDoer(regulation: Regulation): Undone[] {
	return entriesOf(regulation).flatMap((entry) =>
		routeOf(regulation, entry, 'notice').flatMap(({ fact, unit }, index) =>
			doersOf(entry, fact).includes(unit) ? [] : [{ place: `routes.${entry}.${index}`, what: unit }]
		)
	);
}

/** Steps that a route through a Center leaves out although its papers would stop there. */
export function stepsMissing({ routes: { center } }: Regulation): Undone[] {
	if (center === null) return [];
	return NEEDED_THROUGH_CENTER.filter((fact) => !center.some((row) => row.fact === fact)).map((what) => ({
		place: 'routes.center',
		what
	}));
}
