import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OrgId, type StaffId } from '../fact/ids.ts';
import { type WorkingCalendar } from '../time/calendar.ts';
import { plainDate } from '../time/plain-date.ts';
import { ALMATY, instantOf } from '../time/zone.ts';
import { controlClock } from './control-clock.ts';
import { type ControlRow } from './control-row.ts';
import { DUE_STATES, dueStateOf } from './due-state.ts';
import { headlineOf } from './headline.ts';
import { placesOf } from './holders.ts';
import { DIMENSIONS, keyOf, pictureOf } from './picture.ts';
import { matchesFilter, noFilter, toggled, urgentList } from './urgent-list.ts';

const calendar: WorkingCalendar = {
	from: plainDate('2026-01-01'),
	to: plainDate('2026-12-31'),
	weekend: [6, 7],
	days: new Map()
};
const at = (date: string, hour: number) => instantOf(plainDate(date), hour * 60, ALMATY);
/** A Friday, 11:00. */
const NOW = at('2026-11-27', 11);
const clock = controlClock(NOW, ALMATY, calendar);
const CENTER = 'center-04' as OrgId;
const BODY = 'body-15' as OrgId;

let made = 0;
const row = (more: Partial<ControlRow> = {}): ControlRow => ({
	number: String((made += 1)).padStart(16, '0'),
	name: null,
	regulation: 'child-benefit-under-18',
	next: 'drafted',
	center: CENTER,
	body: BODY,
	due: null,
	since: null,
	sinceBy: null,
	units: ['executor'],
	executor: null,
	packetAt: `head/${BODY}`,
	packetSince: 0,
	resultAt: null,
	...more
});
const someRow: fc.Arbitrary<ControlRow> = fc
	.record({
		next: fc.constantFrom('registered', 'assigned', 'drafted', 'signed', 'handedOut'),
		due: fc.option(fc.integer({ min: NOW - 5 * 86_400_000, max: NOW + 9 * 86_400_000 })),
		since: fc.option(fc.integer({ min: NOW - 9 * 86_400_000, max: NOW })),
		center: fc.constantFrom(CENTER, null),
		executor: fc.constantFrom('staff-1' as StaffId, 'staff-2' as StaffId, null),
		units: fc.constantFrom(['executor'], ['head'], ['chancery', 'head'])
	})
	.map((more) => row(more as Partial<ControlRow>));

describe('the control room', () => {
	it('Z1 a step is overdue when its limit has passed, at risk in the last fifth or on its last day, else in time', () => {
		expect(dueStateOf(row({ due: NOW - 1 }), clock)).toBe('overdue');
		expect(dueStateOf(row({ due: at('2026-11-27', 18) }), clock)).toBe('risk');
		const due = at('2026-12-01', 18);
		const [fifth, more] = [due - 5 * (due - NOW), due - 5 * (due - NOW) + 1000];
		expect(dueStateOf(row({ due, since: fifth }), clock)).toBe('risk');
		expect(dueStateOf(row({ due, since: more }), clock)).toBe('inTime');
		expect(dueStateOf(row({ due }), clock)).toBe('inTime');
		expect(dueStateOf(row({ next: 'arrived' }), clock)).toBe('unlimited');
	});

	it('Z2 a result that waits for its applicant is counted apart and never presses', () => {
		const waiting = row({ next: 'handedOut', since: at('2026-10-01', 9) });
		expect(dueStateOf(waiting, clock)).toBe('waiting');
		expect(headlineOf([waiting], clock).late.count).toBe(0);
		expect(pictureOf([waiting], clock).total).toMatchObject({ waiting: 1, overdue: 0, risk: 0, total: 1 });
	});

	it('Z3 the first line tells what is late, what will be today and on the next working day, and at whose step', () => {
		const rows = [
			row({ due: NOW - 1, next: 'signed' }),
			row({ due: NOW - 2 }),
			row({ due: NOW - 3 }),
			row({ due: at('2026-11-27', 18), next: 'recorded' }),
			row({ due: at('2026-11-30', 10), next: 'assigned' }),
			row({ due: at('2026-12-01', 10) })
		];
		const told = headlineOf(rows, clock);
		expect(told.late).toEqual({
			count: 3,
			steps: [
				{ step: 'drafted', count: 2 },
				{ step: 'signed', count: 1 }
			]
		});
		expect(told.today).toEqual({ count: 1, steps: [{ step: 'recorded', count: 1 }] });
		expect(told.nextDay).toEqual({ count: 1, steps: [{ step: 'assigned', count: 1 }] });
		expect(clock.nextDay).toBe('2026-11-30');
	});

	it('Z4 every application is in one bar of each dimension and in one state; the bars add up to the total', () => {
		fc.assert(
			fc.property(fc.array(someRow), (rows) => {
				const { total, bars } = pictureOf(rows, clock);
				expect(total.total).toBe(rows.length);
				for (const dimension of DIMENSIONS)
					for (const state of [...DUE_STATES, 'total'] as const)
						expect(bars[dimension].reduce((sum, { counts }) => sum + counts[state], 0)).toBe(total[state]);
				expect(DUE_STATES.reduce((sum, state) => sum + total[state], 0)).toBe(rows.length);
			})
		);
	});

	it('Z5 an examination is its executor’s; every other step is its unit’s', () => {
		const executor = 'staff-9' as StaffId;
		expect(keyOf(row({ executor }), 'person')).toBe('staff/staff-9');
		expect(keyOf(row({ executor: null }), 'person')).toBe('unit/executor');
		expect(keyOf(row({ executor, next: 'signed', units: ['head'] }), 'person')).toBe('unit/head');
		expect(keyOf(row({ center: null }), 'center')).toBe('direct');
	});

	it('Z6 the list holds what its bars count, the most urgent first', () => {
		fc.assert(
			fc.property(fc.array(someRow), fc.constantFrom(...DIMENSIONS), (rows, dimension) => {
				for (const { key, counts } of pictureOf(rows, clock).bars[dimension]) {
					const filter = toggled(noFilter(), dimension, key);
					const list = urgentList(rows, filter, clock);
					expect(list).toHaveLength(counts.total);
					const dues = list.map(({ row: { due } }) => due ?? Number.MAX_SAFE_INTEGER);
					expect(dues).toEqual([...dues].sort((a, b) => a - b));
					expect(list.every(({ row: found }) => matchesFilter(found, filter, clock))).toBe(true);
				}
			})
		);
	});

	it('Z6 a paper that nobody has comes before all that is late, the longest away first', () => {
		const [late, lost, missing, result] = [
			row({ due: NOW - 9 * 86_400_000 }),
			row({ packetAt: 'unknown/lost', packetSince: NOW - 1000 }),
			row({ packetAt: 'unknown/missing', packetSince: NOW - 5000, due: NOW + 86_400_000 }),
			row({ resultAt: 'unknown/lost', since: NOW - 3000, packetAt: 'archive/x' })
		];
		const unseen = row({ packetAt: 'unknown/neverSeen' });
		const list = urgentList([late, unseen, lost, missing, result], noFilter(), clock);
		expect(list.map(({ row }) => row)).toEqual([missing, result, lost, late, unseen]);
	});

	it('Z6 pressing a chosen bar again takes its filter away', () => {
		const once = toggled(noFilter(), 'step', 'drafted');
		expect(once.step).toBe('drafted');
		expect(toggled(once, 'step', 'drafted')).toEqual(noFilter());
	});

	it('Z7 papers are counted by their holder; those at rest are not', () => {
		const counters = new Map([
			[`collected|window/${CENTER}/2`, 3],
			[`collected|window/${CENTER}/1`, 1],
			[`handedOut|archive/${BODY}|collection/${CENTER}`, 2],
			[`arrived|transit/${BODY}`, 4],
			['handedOut|archive/body-15|applicant', 5],
			['arrived|unknown/missing', 1]
		]);
		expect(placesOf(counters, CENTER)).toEqual([
			{ paper: 'packet', place: `transit/${BODY}`, count: 4 },
			{ paper: 'packet', place: `window/${CENTER}/2`, count: 3 },
			{ paper: 'result', place: `collection/${CENTER}`, count: 2 },
			{ paper: 'packet', place: 'unknown/missing', count: 1 },
			{ paper: 'packet', place: `window/${CENTER}/1`, count: 1 }
		]);
	});
});
