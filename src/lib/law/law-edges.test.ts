import { describe, expect, it } from 'vitest';
import { applicationNo, BODY_ORG } from '#tests/support/fact-drafts.ts';
import {
	anotherVersion,
	clockCheck,
	dayWord,
	examined,
	examinedIn,
	MINUTE,
	MONDAY,
	regulationImport,
	written
} from '#tests/support/law-facts.ts';
import { routeOf } from '#lib/domain/regulation/route.ts';
import { readings } from './all-readings.ts';
import { builtInRegulation, regulations } from './catalog.ts';
import { lawOf } from './law-of.ts';
import { projectApplication } from './law.ts';
import { bearingOf } from './law-facts.ts';
import { printRoutes } from './print-routes.ts';
import { listRoutes } from './route-list.ts';

const number = applicationNo(1);
const imported = (text: string, version: number, at = MONDAY, journal = 'admin') =>
	written([{ draft: regulationImport(text, version), at, org: BODY_ORG }], journal);

describe('the law of an application', () => {
	it('G52 another imported version of its service gives an application no way', () => {
		const law = lawOf(imported(anotherVersion(2), 2));
		expect(projectApplication(number, examined(number, 2), law).next).toBe('drafted');
		expect(projectApplication(number, examined(number, 3), law)).toMatchObject({ next: null, due: null });
	});

	it('G54 which of two imports is the earlier one is told by legal time, not by a clock that was wrong', () => {
		const fast = imported(anotherVersion(2, examinedIn(3)), 2, MONDAY + 5 * MINUTE, 'fast');
		const other = imported(anotherVersion(2, examinedIn(5)), 2, MONDAY, 'other');
		const due = (law: typeof fast) =>
			new Date(projectApplication(number, examined(number, 2), lawOf(law)).due!).getUTCDate();
		expect(due([...fast, ...other])).toBe(30);
		const check = written([{ draft: clockCheck('fast', -10 * MINUTE), at: MONDAY }], 'server');
		expect(due([...fast, ...other, ...check])).toBe(26);
	});

	it('F32 a clock found wrong bears on the words of its journal, to the last one of the range', () => {
		const words = written([{ draft: dayWord('2026-11-26', 'dayOff', BODY_ORG), at: MONDAY, org: BODY_ORG }], 'admin');
		const keysOf = (to: number) => {
			const check = written([{ draft: clockCheck('admin', MINUTE, to), at: MONDAY }], 'server');
			return bearingOf(check, [...words, ...check]).keys.map(({ key }) => key);
		};
		expect(words[0]!.seq).toBe(1);
		expect(keysOf(1)).toContain('state:open');
		const earlier = written([{ draft: clockCheck('another', MINUTE), at: MONDAY }], 'server');
		expect(bearingOf(earlier, [...words, ...earlier]).keys).toEqual([]);
	});

	it('G13 the unit that a reading gives to a step goes before that of table 1', () => {
		const regulation = structuredClone(builtInRegulation('child-benefit-under-18', 1)!);
		const row = regulation.routes.body.find(({ fact }) => fact === 'recorded')!;
		expect(row.action).not.toBeNull();
		row.unit = 'executor';
		expect(routeOf(regulation, 'body', 'notice').find(({ fact }) => fact === 'recorded')?.unit).toBe('executor');
	});

	it('G73 who may do a step too is printed beneath its unit', () => {
		const print = (service: number) =>
			printRoutes(listRoutes(regulations, { service, entry: 'body' }), {
				lang: 'kk',
				width: 200,
				readings,
				factName: (fact) => ({ kk: fact, ru: fact }),
				title: { kk: 'Қаулы', ru: 'Постановление' }
			});
		const steps = listRoutes(regulations, { service: 2, entry: 'body' }).flatMap(({ steps }) => steps);
		const others = steps.flatMap(({ alsoBy }) => alsoBy);
		expect(others.length).toBeGreaterThan(0);
		expect(print(2).split('Орындай алады').length - 1).toBe(others.length);
	});
});
