import { type Regulation, type RegulationAction, type RouteRow } from './regulation.ts';
import {
	type Entry,
	type Limit,
	type Outcome,
	type StepFact,
	type StepStart,
	type UnitCode,
	type Words
} from './vocabulary.ts';

export type { Entry, Limit, Outcome, StepFact, StepStart, UnitCode, Words } from './vocabulary.ts';

/** One step of the route of an application. */
export type RouteStep = {
	/** Action of table 1; null for transport between organisations, which the resolution does not name. */
	no: number | null;
	unit: UnitCode;
	/** Other units that may do the step, by the readings. */
	alsoBy: UnitCode[];
	action: Words;
	/** Form of completion as printed in table 1, corrected by the readings; empty for transport. */
	completion: string;
	/** null: the resolution gives none. */
	limit: Limit | null;
	starts: StepStart;
	fact: StepFact;
	/** Paper moves: the step may be jumped and the jump is shown as a gap. */
	physical: boolean;
	/** Source: table and action, and the readings applied. */
	source: string;
};

/**
 * The steps of an application in order, by the regulation's data only; no service names in code.
 * @returns an empty list for an entry that the regulation does not open
 */
export function routeOf(regulation: Regulation, entry: Entry, outcome: Outcome): RouteStep[] {
	const rows = entry === 'center' ? (regulation.routes.center ?? []) : regulation.routes.body;
	return rows.map((row) => stepOf(regulation, row, outcome));
}

/** Entries that the regulation opens, the Center first. */
export function entriesOf(regulation: Regulation): Entry[] {
	return regulation.routes.center === null ? ['body'] : ['center', 'body'];
}

function stepOf(regulation: Regulation, row: RouteRow, outcome: Outcome): RouteStep {
	const action = actionOf(regulation, row);
	const unit = row.unit ?? action?.unit;
	const words = row.words?.[outcome] ?? action?.action;
	if (unit === undefined || words === undefined) {
		throw new Error(`Regulation ${regulation.id}: the step ${row.fact} has no unit or no words`);
	}
	return {
		no: row.action,
		unit,
		alsoBy: [...row.alsoBy],
		action: { kk: words.kk, ru: words.ru },
		completion: action?.completion.kk ?? '',
		limit: action === undefined ? null : limitOf(action),
		starts: row.starts,
		fact: row.fact,
		physical: row.physical,
		source: sourceOf(regulation, row, action)
	};
}

function actionOf(regulation: Regulation, row: RouteRow): RegulationAction | undefined {
	if (row.action === null) return undefined;
	const action = regulation.table1.actions.find(({ number }) => number === row.action);
	if (action === undefined) throw new Error(`Regulation ${regulation.id}: table 1 has no action ${row.action}`);
	return action;
}

function limitOf({ limit: { amount, unit, bound } }: RegulationAction): Limit {
	return bound === undefined ? { amount, unit } : { amount, unit, bound };
}

function sourceOf(regulation: Regulation, row: RouteRow, action: RegulationAction | undefined): string {
	const own = row.source === undefined ? [] : [row.source];
	const place = action === undefined ? own : [`${regulation.table1.source}, ${action.number}-әрекет`];
	const readings = [...new Set([...(action?.readings ?? []), ...row.readings])].sort();
	return [...place, ...readings].join('; ');
}
