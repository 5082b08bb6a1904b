import { describe, expect, it } from 'vitest';
import { aStory, NUMBER } from '#tests/support/a-story.ts';
import { applicationNo, BODY_ORG } from '#tests/support/fact-drafts.ts';
import { clockCheck, examined, MINUTE, MONDAY, written } from '#tests/support/law-facts.ts';
import { ninthService, serviceImport } from '#tests/support/ninth-service.ts';
import { takeStep } from '#tests/support/take-step.ts';
import { foldApplication } from '#lib/domain/application/fold.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { checkRegulation } from '#lib/domain/regulation/regulation-checks.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { entriesOf, routeOf, type StepFact } from '#lib/domain/regulation/route.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { applicationOf } from './law.ts';
import { lawOf } from './law-of.ts';

const day = plainDate('2026-11-23');
const ninth = ninthService();
const imported = (regulation: Regulation, at = MONDAY, journal = 'admin') =>
	written([{ draft: serviceImport(regulation, BODY_ORG), at, org: BODY_ORG }], journal);
const numbersOn = ({ inForce }: Law, date = day) => inForce(date).map(({ number }) => number);
const named = (id: string, own: Partial<Regulation> = {}) =>
	ninthService({ id, workingName: { kk: 'Тағы бір көмек', ru: 'Ещё одна помощь' }, ...own });

describe('a service that comes in by import', () => {
	it('G89 is one of all services from then on, and is accepted from its first day, in the order of the numbers', () => {
		const tenth = named('tenth-aid', { number: 10, validFrom: plainDate('2026-11-24') });
		const law = lawOf([...imported(tenth, MONDAY, 'a'), ...imported(ninth, MONDAY + MINUTE, 'b')]);
		expect(law.services.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(numbersOn(law)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(numbersOn(law, plainDate('2026-11-24'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
		expect(numbersOn(law, plainDate('2026-10-31'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		expect(lawOf([]).services).toHaveLength(8);
	});

	it('G89 has a next version as any other: the newest is named, the one in force is accepted under', () => {
		const next = ninthService({ version: 2, validFrom: plainDate('2026-12-01') });
		const law = lawOf([...imported(ninth), ...imported(next, MONDAY + MINUTE, 'b')]);
		expect(law.services.at(-1)).toMatchObject({ id: ninth.id, version: 2 });
		expect(law.inForce(day).at(-1)).toMatchObject({ id: ninth.id, version: 1 });
		expect(law.refusedImports).toEqual([]);
	});

	it('G88 of two services with one number the earlier has it; the later is offered nowhere, and what was accepted keeps its way', () => {
		const later = named('other-aid');
		const known = [...imported(ninth, MONDAY, 'z'), ...imported(later, MONDAY + MINUTE, 'a')];
		for (const law of [lawOf(known), lawOf(known.toReversed())]) {
			expect(law.services.filter(({ number }) => number === 9)).toMatchObject([{ id: ninth.id }]);
			expect(law.inForce(day).at(-1)?.id).toBe(ninth.id);
			expect(law.refusedImports).toMatchObject([{ id: 'other-aid', version: 1, why: 'otherNumber' }]);
			expect(law.regulation('other-aid', 1)?.workingName.kk).toBe('Тағы бір көмек');
			expect(acceptedUnder(later, law).next).toBe('drafted');
		}
	});

	it('G88 a clock that was put right decides anew which of them came first', () => {
		const known = [...imported(ninth, MONDAY, 'z'), ...imported(named('other-aid'), MONDAY + MINUTE, 'a')];
		const law = lawOf([...known, ...written([{ draft: clockCheck('a', -2 * MINUTE), at: MONDAY }], 'server')]);
		expect(law.services.at(-1)?.id).toBe('other-aid');
		expect(law.refusedImports).toMatchObject([{ id: ninth.id, why: 'otherNumber' }]);
	});

	it('G88 a version with another number than its service has, or with the number of a built-in one, is not offered', () => {
		const changed = ninthService({ version: 2, number: 10 });
		const law = lawOf([
			...imported(ninth),
			...imported(changed, MONDAY + 1, 'b'),
			...imported(named('sixth', { number: 6 }), MONDAY, 'c')
		]);
		expect(numbersOn(law)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(law.services.at(-1)).toMatchObject({ id: ninth.id, version: 1 });
		expect(law.refusedImports.map(({ id, why }) => `${id} ${why}`).toSorted()).toEqual([
			'example-fuel-aid otherNumber',
			'sixth otherNumber'
		]);
	});

	it('G53 a program that cannot read it keeps the fact, and goes on without the service', () => {
		const newer = JSON.stringify({ ...ninth, fromLater: true });
		const fact = { ...serviceImport(ninth, BODY_ORG), body: { id: ninth.id, version: 1, text: newer } };
		const law = lawOf(written([{ draft: fact, at: MONDAY, org: BODY_ORG }], 'admin'));
		expect(law.refusedImports).toMatchObject([{ id: ninth.id, version: 1, why: 'unreadable' }]);
		expect([law.services.length, law.versions(ninth.id)]).toEqual([8, []]);
	});
});

describe('the way of a service that the program does not know by name', () => {
	const walks = entriesOf(ninth).flatMap((entry) =>
		(['notice', 'refusal'] as const).map((outcome) => ({ entry, outcome }))
	);

	it('G90 its data pass every cross-check', () => {
		expect(checkRegulation(ninth, { readingIds: [], entering: true })).toEqual([]);
	});

	it.each(walks)('G90 $entry, $outcome: from the acceptance to the hand-out', (walk) => {
		const law = lawOf(imported(ninth));
		const story = aStory();
		const fold = () => foldApplication(NUMBER, story.facts, law);
		let before: FactId | undefined;
		routeOf(ninth, walk.entry, walk.outcome).forEach((step, index) => {
			before = takeStep(story, step, before, { regulation: ninth, ...walk });
			expect(fold().position, step.fact).toBe(index + 1);
		});
		expect(story.facts.find(({ type }) => type === 'recorded')?.role, 'as its route says').toBe('executor');
		expect(fold()).toMatchObject({
			state: 'handedOut',
			decision: { kind: walk.outcome },
			anomalies: [],
			packet: { holder: { kind: 'archive' } },
			result: { holder: { kind: 'applicant' } }
		});
	});

	it.each([
		['assigned', 'executor', 'step-has-doer routes.center.5 executor'],
		['collected', 'centerInspector', 'step-has-doer routes.center.1 centerInspector']
	] as const)('G90 a step %s that its unit has no screen for is refused: %s', (fact, unit, told) => {
		const undone = ninthService();
		for (const row of undone.routes.center!) if (row.fact === fact) row.unit = unit;
		expect(failuresOf(undone)).toEqual([told]);
	});

	it('G90 a Center’s way without registration or return, where papers would stop, is refused; a shorter one that they pass is not', () => {
		const without = (fact: StepFact) => {
			const cut = ninthService();
			cut.routes.center = cut.routes.center!.filter((row) => row.fact !== fact);
			return failuresOf(cut).filter((told) => !told.startsWith('start-before-step'));
		};
		expect(without('registered')).toEqual(['center-way-whole routes.center registered']);
		expect(without('returned')).toEqual(['center-way-whole routes.center returned']);
		expect(without('arrived')).toEqual([]);
	});

	it('G90 an application that came before the service has its way once the service comes', () => {
		const number = applicationNo(1);
		const facts = acceptedFacts(number, ninth);
		expect(applicationOf(number, facts, lawOf([])).steps).toEqual([]);
		expect(applicationOf(number, facts, lawOf(imported(ninth))).steps.map(({ step }) => step.fact)).toEqual(
			routeOf(ninth, 'center', 'notice').map(({ fact }) => fact)
		);
		expect(lawOf(imported(ninth)).regulation(ninth.id, 1)?.number).toBe(9);
	});
});

const failuresOf = (regulation: Regulation) =>
	checkRegulation(regulation, { readingIds: [], entering: true }).map(
		({ check, place, what }) => `${check} ${place} ${what}`
	);

/** The application at the body that waits for its draft, accepted under another service. */
function acceptedFacts(number: string, { id, version }: Regulation): StoredFact[] {
	return examined(number, version, id);
}

function acceptedUnder(regulation: Regulation, law: Law) {
	const number = applicationNo(1);
	const { steps, position } = applicationOf(number, acceptedFacts(number, regulation), law);
	return { next: steps[position]?.step.fact };
}
