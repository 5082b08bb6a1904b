import { describe, expect, it } from 'vitest';
import { parseRegulation, type Regulation } from '#lib/domain/regulation/regulation.ts';
import { CHECK_NAMES, type CheckName, checkRegulation } from '#lib/domain/regulation/regulation-checks.ts';
import { readings } from './all-readings.ts';
import { builtInRegulation } from './catalog.ts';

const context = { readingIds: readings.map(({ id }) => id), entering: true };

/** A copy of service 3 that may be broken. */
function copy(): Regulation {
	const regulation = builtInRegulation('child-benefit-under-18', 1);
	if (regulation === undefined) throw new Error('no service 3');
	return structuredClone(regulation);
}

function item<T>(list: readonly T[], place: number): T {
	const found = list.at(place);
	if (found === undefined) throw new Error(`nothing at ${place}`);
	return found;
}

function centerRoute({ routes }: Regulation) {
	if (routes.center === null) throw new Error('no route through a Center');
	return routes.center;
}

/** For each cross-check, how to break a good regulation so that this check must notice. */
const BREAKS: Record<CheckName, (regulation: Regulation) => void> = {
	'stage-count': ({ stages }) => stages.splice(2, 1),
	'table1-count': ({ table1 }) => table1.actions.splice(4, 1),
	'table2-count': ({ table2 }) => table2.actions.splice(0),
	'table3-count': ({ table3 }) => table3.actions.reverse(),
	'next-action': ({ table1 }) => (item(table1.actions, -1).next = 1),
	'unit-known': ({ units }) => units.pop(),
	'limit-unit-known': ({ table1 }) => Object.assign(item(table1.actions, 0).limit, { unit: 'fortnights' }),
	'limit-amount': ({ table1 }) => (item(table1.actions, 0).limit.amount = 0),
	'route-action-known': (regulation) => (item(centerRoute(regulation), 1).action = 77),
	'every-action-used': (regulation) => centerRoute(regulation).splice(1, 1),
	'every-step-has-unit': (regulation) => delete item(centerRoute(regulation), 3).unit,
	'every-step-has-words': (regulation) => delete item(centerRoute(regulation), 3).words,
	'fact-once': (regulation) => centerRoute(regulation).splice(2, 0, structuredClone(item(centerRoute(regulation), 1))),
	'start-before-step': ({ routes }) => (item(routes.body, 1).starts = 'signed'),
	'accept-step-first': ({ routes }) => routes.body.shift(),
	'hand-out-last': ({ routes }) => routes.body.pop(),
	'decision-steps-in-order': ({ routes }) => routes.body.splice(3, 1),
	'body-route-stays': ({ routes }) => (item(routes.body, 2).physical = true),
	'center-route-provided': ({ routes }) => (routes.center = null),
	'no-latin-letters': ({ name }) => (name.kk = 'мемлекеттiк'),
	'value-has-source': ({ requiredDocuments }) => delete item(requiredDocuments, 0).example,
	'valid-dates': (regulation) => Object.assign(regulation, { validTo: '2012-12-13' }),
	'reading-known': ({ readings }) => readings.push('C99'),
	'template-field': ({ letters }) => (letters!.notice.ru += ' {sum}'),
	'template-ending': ({ letters }) => (letters!.refusal.kk += ' {applicant}ға'),
	'step-has-doer': (regulation) => (item(centerRoute(regulation), 3).unit = 'executor'),
	'center-way-whole': (regulation) => centerRoute(regulation).splice(4, 1),
	'named-once': ({ refusalGrounds }) => refusalGrounds.push(structuredClone(item(refusalGrounds, 0)))
};

describe('the cross-checks of a regulation', () => {
	it.each(CHECK_NAMES)('G3 %s finds its mistake in a broken copy and names the place', (check) => {
		const broken = copy();
		expect(checkRegulation(broken, context)).toEqual([]);
		BREAKS[check](broken);
		const failures = checkRegulation(broken, context).filter((failure) => failure.check === check);
		expect(failures).not.toEqual([]);
		for (const { place, message } of failures) {
			expect(place).not.toBe('');
			expect(message).not.toBe('');
		}
	});

	it('G58 a field that letters do not have, a lone brace and a glued ending are told with the letter and its language', () => {
		const broken = copy();
		broken.letters!.notice.ru = '{applicant}: {sum}, {date';
		broken.letters!.appeal.kk = '{body}ге шағым';
		expect(checkRegulation(broken, context).map(({ check, place, what }) => [check, place, what])).toEqual([
			['template-field', 'letters.notice.ru', '{sum}'],
			['template-field', 'letters.notice.ru', '{date'],
			['template-ending', 'letters.appeal.kk', '{body}ге']
		]);
	});

	it('G81 the check of a template knows the fields of its service, and no others', () => {
		const regulation = copy();
		regulation.letters!.notice.kk = '{amount}, {period}, {members}';
		regulation.letters!.refusal.ru = '{children}';
		expect(checkRegulation(regulation, context).map(({ check, place, what }) => [check, place, what])).toEqual([
			['template-field', 'letters.notice.kk', '{members}']
		]);
	});

	it('G59 a list says nothing twice when it comes in; what came in before goes on', () => {
		const twice = copy();
		BREAKS['named-once'](twice);
		expect(checkRegulation(twice, context).map(({ check, place }) => [check, place])).toEqual([
			['named-once', `refusalGrounds.${twice.refusalGrounds.length - 1}`]
		]);
		expect(checkRegulation(twice, { readingIds: context.readingIds })).toEqual([]);
		const fieldTwice = copy();
		fieldTwice.letterFields!.push({ ...item(fieldTwice.letterFields!, 0), kind: 'text' });
		expect(checkRegulation(fieldTwice, context).map(({ check, place }) => [check, place])).toEqual([
			['named-once', `letterFields.${fieldTwice.letterFields!.length - 1}`]
		]);
	});

	it('G17 a regulation with a missing, unknown or wrong field is refused before it is checked', () => {
		const { ledger: _, ...withoutLedger } = copy();
		expect(() => parseRegulation(withoutLedger)).toThrow();
		expect(() => parseRegulation({ ...copy(), pause: 10 })).toThrow();
		expect(() => parseRegulation({ ...copy(), validFrom: '2012-02-30' })).toThrow();
		expect(() => parseRegulation({ ...copy(), number: 100 })).toThrow();
	});

	it('G5 a total term is taken only with its source', () => {
		const limit = { amount: 10, unit: 'workingDays', literal: '10 жұмыс күні' };
		expect(
			parseRegulation({ ...copy(), totalTerm: { limit, source: 'Стандарт, 7-тармақ' } }).totalTerm?.limit.amount
		).toBe(10);
		expect(() => parseRegulation({ ...copy(), totalTerm: { limit } })).toThrow();
		expect(() => parseRegulation({ ...copy(), totalTerm: { limit, source: '' } })).toThrow();
	});
});
