import { describe, expect, it } from 'vitest';
import { ninthService } from '#tests/support/ninth-service.ts';
import { regulations } from '#lib/law/catalog.ts';
import { type Role } from '../fact/ids.ts';
import { type StepFact } from './route.ts';
import { doesStep, unitsAsked, unitsOfStep } from './step-units.ts';

const numbers = (role: Role, fact: StepFact, entry: 'center' | 'body' = 'body') =>
	regulations.filter((regulation) => doesStep(role, regulation, entry, fact)).map(({ number }) => number);

describe('who does a step of which service', () => {
	it('L1 at the counter the clerk accepts all eight, an executor where table 1 or a reading names one', () => {
		expect(numbers('chancery', 'accepted')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		expect(numbers('executor', 'accepted')).toEqual([2, 3, 5, 7]);
		expect(numbers('head', 'accepted')).toEqual([]);
	});

	it('L1 the ledger and the hand-out are of whom the last actions of table 1 name', () => {
		expect(numbers('chancery', 'recorded')).toEqual([1, 3, 4, 5, 6, 7, 8]);
		expect(numbers('executor', 'recorded')).toEqual([1, 2, 3, 4, 5, 7]);
		expect(numbers('chancery', 'handedOut')).toEqual([1, 3, 4, 5, 6, 7]);
		expect(numbers('executor', 'handedOut')).toEqual([1, 2, 3, 4, 5, 7, 8]);
	});

	it('G90 a step may be asked of one unit by one way in and of another by the other; work counts for both', () => {
		const service = ninthService();
		expect(unitsAsked(service, 'recorded')).toEqual(['executor']);
		for (const row of service.routes.center!) if (row.fact === 'recorded') row.unit = 'chancery';
		expect(unitsAsked(service, 'recorded')).toEqual(['chancery', 'executor']);
		expect(unitsAsked(regulations[1]!, 'recorded')).toEqual(['executor']);
	});

	it('L1 the unit of table 1 comes first; a way in that is not open has nobody', () => {
		expect(unitsOfStep(regulations[1]!, 'body', 'accepted')).toEqual(['executor', 'chancery']);
		expect(unitsOfStep(regulations[1]!, 'center', 'accepted')).toEqual([]);
		expect(numbers('centerInspector', 'accepted', 'center')).toEqual([3]);
	});
});
