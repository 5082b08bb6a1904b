import { templateProblems } from '../documents/result-template.ts';
import { langs } from '../text/lang.ts';
import { type LetterName, type Regulation, type RouteRow } from './regulation.ts';
import { stepsMissing, stepsWithoutDoer } from './walkable.ts';
import { LIMIT_UNITS, type StepFact, type StepStart } from './vocabulary.ts';

/** What a cross-check found: its name, the place in the data, a sentence for the person who edits them. */
export type CheckFailure = Finding & { check: CheckName };

type CheckContext = {
	readingIds: readonly string[];
	/** The version is being imported: versions imported before a check existed stay valid. */
	entering?: boolean;
};

/** `what`: the text in question, verbatim. */
type Finding = { place: string; message: string; what?: string };
type Check = (regulation: Regulation, context: CheckContext) => Finding[];

/** Steps that decide, in the order that every route must keep. */
const DECISION_STEPS: readonly StepFact[] = ['assigned', 'drafted', 'signed', 'recorded'];

/** The step whose fact starts a clock; undefined if it is not a step (a visit, a slot, a call). */
const STARTING_STEP: Partial<Record<StepStart, StepFact>> = {
	accepted: 'accepted',
	dispatched: 'dispatched',
	arrived: 'arrived',
	registered: 'registered',
	firstAssigned: 'assigned',
	drafted: 'drafted',
	signed: 'signed',
	returned: 'returned'
};

const CHECKS = {
	'stage-count': ({ stages }) => numbered('stages', stages),
	'table1-count': ({ table1 }) => numbered('table1', table1.actions),
	'table2-count': ({ table2 }) => numbered('table2', table2.actions),
	'table3-count': ({ table3 }) => numbered('table3', table3.actions),
	'next-action': ({ table1: { actions } }) =>
		actions
			.filter(({ next }, place) => next !== (actions[place + 1]?.number ?? null))
			.map(({ number, next }) => found(`table1.${number}`, `The next action cannot be ${next}`)),
	'unit-known': ({ table1, units }) =>
		table1.actions
			.filter(({ unit }) => !units.some(({ code }) => code === unit))
			.map(({ number, unit }) => found(`table1.${number}`, `Para 15 does not name the unit ${unit}`)),
	'limit-unit-known': ({ table1 }) =>
		table1.actions
			.filter(({ limit }) => !LIMIT_UNITS.includes(limit.unit))
			.map(({ number, limit }) => found(`table1.${number}`, `Unknown unit of a limit: ${limit.unit}`)),
	'limit-amount': ({ table1 }) =>
		table1.actions
			.filter(({ limit }) => !Number.isInteger(limit.amount) || limit.amount < 1)
			.map(({ number }) => found(`table1.${number}`, 'A limit must be a whole number of one or more')),
	'route-action-known': (regulation) =>
		rowsOf(regulation)
			.filter(({ row }) => row.action !== null && actionOf(regulation, row) === undefined)
			.map(({ place, row }) => found(place, `Table 1 has no action ${row.action}`)),
	'every-action-used': (regulation) =>
		regulation.table1.actions
			.filter(({ number }) => !rowsOf(regulation).some(({ row }) => row.action === number))
			.map(({ number }) => found(`table1.${number}`, 'No step of a route does this action')),
	'every-step-has-unit': (regulation) =>
		rowsOf(regulation)
			.filter(({ row }) => row.unit === undefined && actionOf(regulation, row) === undefined)
			.map(({ place }) => found(place, 'The step has no unit')),
	'every-step-has-words': (regulation) =>
		rowsOf(regulation)
			.filter(({ row }) => row.words === undefined && actionOf(regulation, row) === undefined)
			.map(({ place }) => found(place, 'The step has no words')),
	'fact-once': (regulation) =>
		rowsOf(regulation)
			.filter(
				({ row, place, rows }) =>
					place !==
					placeOf(
						rows.name,
						rows.list.findIndex((r) => r.fact === row.fact)
					)
			)
			.map(({ place, row }) => found(place, `The route has two steps for the fact ${row.fact}`)),
	'start-before-step': (regulation) =>
		rowsOf(regulation)
			.filter(({ row, index, rows }) => {
				const step = STARTING_STEP[row.starts];
				return step !== undefined && !rows.list.slice(0, index).some(({ fact }) => fact === step);
			})
			.map(({ place, row }) => found(place, `Nothing before the step is ${row.starts}`)),
	'accept-step-first': (regulation) =>
		routesOf(regulation)
			.filter(({ list }) => list[0]?.fact !== 'accepted')
			.map(({ name }) => found(`routes.${name}`, 'A route begins with the acceptance')),
	'hand-out-last': (regulation) =>
		routesOf(regulation)
			.filter(({ list }) => list.at(-1)?.fact !== 'handedOut')
			.map(({ name }) => found(`routes.${name}`, 'A route ends with the hand-out; refusals are handed out too')),
	'decision-steps-in-order': (regulation) =>
		routesOf(regulation)
			.filter(({ list }) => {
				const decided = list.map(({ fact }) => fact).filter((fact) => DECISION_STEPS.includes(fact));
				return decided.join() !== DECISION_STEPS.join();
			})
			.map(({ name }) => found(`routes.${name}`, `A route decides in this order: ${DECISION_STEPS.join(', ')}`)),
	'body-route-stays': ({ routes }) =>
		routes.body
			.filter(({ physical }) => physical)
			.map(({ fact }) => found('routes.body', `Nothing travels when one applies to the body: ${fact}`)),
	'center-route-provided': ({ providedBy, routes, receipt }) =>
		providedBy.centers === (routes.center !== null) && providedBy.centers === (receipt.center !== null)
			? []
			: [found('routes.center', 'A service through Centers has a route and a receipt there, another has neither')],
	'no-latin-letters': (regulation) =>
		kazakhTextsOf(regulation)
			.filter(({ text }) => /[a-zəA-Z]/.test(text))
			.map(({ place, text }) => found(place, `Latin letters in a Kazakh text: ${text}`)),
	'value-has-source': ({ requiredDocuments, refusalGrounds, letters = {}, letterFields = [] }) =>
		[
			...requiredDocuments.map((value, place) => ({ value, place: `requiredDocuments.${place}` })),
			...refusalGrounds.map((value, place) => ({ value, place: `refusalGrounds.${place}` })),
			...Object.entries(letters).map(([name, value]) => ({ value, place: `letters.${name}` })),
			...letterFields.map((value) => ({ value, place: `letterFields.${value.key}` }))
		]
			.filter(({ value }) => value.example !== true && value.source === undefined)
			.map(({ place }) => found(place, 'A value is an example or has its source')),
	'valid-dates': ({ validFrom, validTo }) =>
		validTo !== null && validTo < validFrom ? [found('validTo', 'The last day lies before the first')] : [],
	'reading-known': (regulation, { readingIds }) =>
		[
			...regulation.readings.map((id) => ({ id, place: 'readings' })),
			...regulation.table1.actions.flatMap(({ number, readings }) =>
				readings.map((id) => ({ id, place: `table1.${number}` }))
			),
			...rowsOf(regulation).flatMap(({ row, place }) => row.readings.map((id) => ({ id, place })))
		]
			.filter(({ id }) => !readingIds.includes(id))
			.map(({ id, place }) => found(place, `No reading is called ${id}`)),
	'template-field': (regulation) =>
		letterTextsOf(regulation).flatMap(({ place, text }) =>
			templateProblems(text, ownKeys(regulation))
				.filter(({ kind }) => kind !== 'ending')
				.map(({ placeholder }) => ({
					...found(place, `A letter has no such field: ${placeholder}`),
					what: placeholder
				}))
		),
	'template-ending': (regulation) =>
		letterTextsOf(regulation).flatMap(({ place, text }) =>
			templateProblems(text, ownKeys(regulation)).flatMap((problem) =>
				problem.kind === 'ending'
					? [
							{
								...found(place, `A field takes no ending: ${problem.placeholder}${problem.ending}`),
								what: `${problem.placeholder}${problem.ending}`
							}
						]
					: []
			)
		),
	'step-has-doer': (regulation, { entering = false }) =>
		entering && hasSteps(regulation)
			? stepsWithoutDoer(regulation).map(({ place, what }) => ({
					...found(place, `Not done by the unit ${what}`),
					what
				}))
			: [],
	'center-way-whole': (regulation, { entering = false }) =>
		entering
			? stepsMissing(regulation).map(({ place, what }) => ({ ...found(place, `The route lacks ${what}`), what }))
			: [],
	'named-once': ({ requiredDocuments, refusalGrounds, letterFields = [] }, { entering = false }) =>
		entering
			? [
					...namedTwice('requiredDocuments', kazakhOf(requiredDocuments)),
					...namedTwice('refusalGrounds', kazakhOf(refusalGrounds)),
					...namedTwice(
						'letterFields',
						letterFields.map(({ key }) => key)
					)
				]
			: []
} satisfies Record<string, Check>;

export type CheckName = keyof typeof CHECKS;

/** The names of all cross-checks. */
export const CHECK_NAMES = Object.keys(CHECKS) as CheckName[];

/** Checks beyond the schema: whether the parts of a regulation fit each other. No failures: the data may be used. */
export function checkRegulation(regulation: Regulation, context: CheckContext): CheckFailure[] {
	return CHECK_NAMES.flatMap((check) => {
		const run: Check = CHECKS[check];
		return run(regulation, context).map((finding) => ({ check, ...finding }));
	});
}

type NamedRoute = { name: string; list: RouteRow[] };

function routesOf({ routes }: Regulation): NamedRoute[] {
	const body = { name: 'body', list: routes.body };
	return routes.center === null ? [body] : [{ name: 'center', list: routes.center }, body];
}

function rowsOf(regulation: Regulation): { place: string; row: RouteRow; index: number; rows: NamedRoute }[] {
	return routesOf(regulation).flatMap((rows) =>
		rows.list.map((row, index) => ({ place: placeOf(rows.name, index), row, index, rows }))
	);
}

function placeOf(route: string, index: number): string {
	return `routes.${route}.${index}`;
}

/** Whether every row is a step: a missing action, unit or text is reported by checks of its own. */
const hasSteps = (regulation: Regulation): boolean =>
	rowsOf(regulation).every(({ row }) => {
		const action = actionOf(regulation, row);
		return action !== undefined || (row.action === null && row.unit !== undefined && row.words !== undefined);
	});

function actionOf({ table1 }: Regulation, row: RouteRow) {
	return table1.actions.find(({ number }) => number === row.action);
}

function numbered(place: string, items: readonly { number: number }[]): Finding[] {
	if (items.length === 0) return [found(place, 'Nothing is listed')];
	const wrong = items.findIndex(({ number }, index) => number !== index + 1);
	return wrong === -1
		? []
		: [found(`${place}.${wrong}`, `The numbers must run from 1 to ${items.length} without a gap`)];
}

function kazakhTextsOf(regulation: Regulation): { place: string; text: string }[] {
	const actions = [regulation.table1, regulation.table2, regulation.table3].flatMap((table, index) =>
		table.actions.map(({ number, action }) => ({ place: `table${index + 1}.${number}`, text: action.kk }))
	);
	return [
		{ place: 'name', text: regulation.name.kk },
		{ place: 'workingName', text: regulation.workingName.kk },
		...actions,
		...regulation.table1.actions.map(({ number, completion }) => ({ place: `table1.${number}`, text: completion.kk }))
	];
}

const ownKeys = ({ letterFields = [] }: Regulation): readonly string[] => letterFields.map(({ key }) => key);

const LETTERS: readonly LetterName[] = ['notice', 'refusal', 'appeal'];

function letterTextsOf({ letters }: Regulation): { place: string; text: string }[] {
	if (letters === undefined) return [];
	return LETTERS.flatMap((name) =>
		langs.map((lang) => ({ place: `letters.${name}.${lang}`, text: letters[name][lang] }))
	);
}

/** Items of lists are identified by their Kazakh text: on the screens, in letters and in differences. */
const kazakhOf = (values: readonly { kk: string }[]): string[] => values.map(({ kk }) => kk.trim());

function namedTwice(place: string, names: readonly string[]): Finding[] {
	return names.flatMap((name, index) =>
		names.indexOf(name) < index ? [found(`${place}.${index}`, `The list says this already: ${name}`)] : []
	);
}

function found(place: string, message: string): Finding {
	return { place, message };
}
