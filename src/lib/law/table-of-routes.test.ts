import { describe, expect, it } from 'vitest';
import { plainLaw } from '#tests/support/plain-law.ts';
import { aStory, NUMBER } from '#tests/support/a-story.ts';
import { takeStep } from '#tests/support/take-step.ts';
import { foldApplication } from '#lib/domain/application/fold.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import {
	type Entry,
	entriesOf,
	type Limit,
	type Outcome,
	routeOf,
	type RouteStep
} from '#lib/domain/regulation/route.ts';
import { regulations } from './catalog.ts';
import { annex1 } from './testing/annex-1.ts';
import { annex2 } from './testing/annex-2.ts';
import { annex3 } from './testing/annex-3.ts';
import { annex4 } from './testing/annex-4.ts';
import { annex5 } from './testing/annex-5.ts';
import { annex6 } from './testing/annex-6.ts';
import { annex7 } from './testing/annex-7.ts';
import { annex8 } from './testing/annex-8.ts';
import { linesOf } from './testing/annex-table.ts';

const annexes = [annex1, annex2, annex3, annex4, annex5, annex6, annex7, annex8];

function regulationOf(service: number) {
	const regulation = regulations.find(({ number }) => number === service);
	if (regulation === undefined) throw new Error(`no service ${service}`);
	return regulation;
}

const ways = annexes.flatMap(({ service, place, routes }) =>
	Object.entries(routes).map(([way, table]) => {
		const [entry, outcome] = way.split(' ') as [Entry, Outcome];
		return { service, entry, outcome, place, table };
	})
);

const cells = (...values: (string | number)[]): string => values.map((value) => value || '–').join(' | ');
const wordsOf = (limit: Limit | null) => (limit ? `${limit.bound ? '≥' : ''}${limit.amount} ${limit.unit}` : '');

/** A step in the words of the tables; `next`: where the application stood when it was done. */
function lineOf(step: RouteStep, next: string, place: string): string {
	const { no, fact, unit, alsoBy, action, completion, limit, source } = step;
	const where = source.startsWith(`${place}, `) ? source.slice(place.length + 2) : source;
	return cells(`${no ?? '–'} ${fact}`, [unit, ...alsoBy].join('+'), action.kk, completion, wordsOf(limit), next, where);
}

describe('the tables of the eight annexes', () => {
	it('G70 are all written out: eight services, eighteen ways', () => {
		expect(annexes.map(({ service }) => service)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		expect(ways.map(({ service, entry, outcome }) => `${service} ${entry} ${outcome}`)).toEqual(
			regulations.flatMap((regulation) =>
				entriesOf(regulation).flatMap((entry) => [
					`${regulation.number} ${entry} notice`,
					`${regulation.number} ${entry} refusal`
				])
			)
		);
	});

	it.each(annexes)('G70 table 1 of service $service stands in the data as printed', ({ service, place, table1 }) => {
		const { source, actions } = regulationOf(service).table1;
		const printed = (text: { kk: string; literal?: string | undefined }) => text.literal ?? text.kk;
		expect(source).toBe(place);
		expect(
			actions.map(({ number, unit, action, completion, limit, next }) =>
				cells(number, unit, printed(action), printed(completion), limit.literal, next ?? '')
			)
		).toEqual(linesOf(table1));
	});

	it.each(ways)(
		'G71 service $service, $entry, $outcome: done step by step it is what the tables say, to the last word',
		({ service, entry, outcome, place, table }) => {
			const walk = { regulation: regulationOf(service), entry, outcome };
			const story = aStory();
			const steps = () => foldApplication(NUMBER, story.facts, plainLaw).steps;
			const walked: RouteStep['fact'][] = [];
			let before: FactId | undefined;
			let here = routeOf(walk.regulation, entry, outcome)[0];
			while (here !== undefined) {
				walked.push(here.fact);
				before = takeStep(story, here, before, walk);
				here = steps().find(({ state }) => state === 'here')?.step;
			}
			const lines = steps().map(({ step }, index) => lineOf(step, walked[index + 1] ?? '', place));
			expect(lines).toEqual(linesOf(table));
		}
	);
});
