import { describe, expect, it } from 'vitest';
import { type OrgId, type StaffId } from '../fact/ids.ts';
import { tasksOf } from './tasks-of.ts';
import { type UrgentWork, type WorkInput } from './work-input.ts';

const BODY = 'body-15' as OrgId;
const NOW = Date.UTC(2026, 10, 23, 6, 0);
const HOUR = 60 * 60_000;

const work = (more: Partial<WorkInput>): WorkInput => ({
	role: 'executor',
	staff: 'me' as StaffId,
	org: BODY,
	window: null,
	service: null,
	unitsOf: () => ['executor'],
	now: NOW,
	counters: new Map(),
	urgent: [],
	slots: [],
	drafts: [],
	odd: 0,
	...more
});
const row = (due: number | null, more: Partial<UrgentWork> = {}): UrgentWork => ({
	number: String(due),
	name: null,
	next: 'drafted',
	due,
	since: null,
	sinceBy: null,
	units: ['executor'],
	executor: 'me' as StaffId,
	regulation: 'child-benefit-under-18',
	center: null,
	body: BODY,
	packetAt: `executor/${BODY}/me`,
	resultAt: null,
	...more
});

describe('the work of an executor', () => {
	it('K11 an executor’s work is what is assigned to them', () => {
		const mine = row(NOW - HOUR);
		const theirs = { ...mine, number: '2', due: NOW - 2 * HOUR, executor: 'you' as StaffId };
		const counters = new Map([
			[`drafted|executor/${BODY}/me||child-benefit-under-18`, 2],
			[`drafted|executor/${BODY}/you||child-benefit-under-18`, 5]
		]);
		const tasks = tasksOf(work({ urgent: [mine, theirs], counters }));
		expect(tasks.map(({ kind, urgency, count }) => [kind, urgency, count])).toEqual([
			['examine', 'late', 1],
			['examine', 'open', 1]
		]);
	});

	it('K4 what lies with an executor says when the first of it is due, of those not named singly', () => {
		const counters = new Map([[`drafted|executor/${BODY}/me||child-benefit-under-18`, 3]]);
		const seen = (...dues: (number | null)[]) =>
			tasksOf(work({ counters, urgent: dues.map((due) => row(due)) })).map(({ urgency, count, due }) => [
				urgency,
				count,
				due
			]);
		expect(seen(NOW - HOUR, NOW + 30 * HOUR, NOW + 5 * HOUR)).toEqual([
			['late', 1, NOW - HOUR],
			['open', 2, NOW + 5 * HOUR]
		]);
		expect(seen(null)).toEqual([['open', 3, null]]);
		const others = row(NOW + 2 * HOUR, { executor: 'you' as StaffId });
		const tasks = tasksOf(work({ counters, urgent: [others] }));
		expect(tasks.map(({ due }) => due)).toEqual([null]);
	});
});
