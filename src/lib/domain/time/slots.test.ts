import { describe, expect, it } from 'vitest';
import { type WorkingCalendar } from './calendar.ts';
import { type OfficeHours } from './office-hours.ts';
import { plainDate } from './plain-date.ts';
import { fitsRate, slotsOn } from './slots.ts';
import { ALMATY, instantOf } from './zone.ts';

const hours: OfficeHours = { open: 540, close: 1080, lunch: null, weekdays: [1, 2, 3, 4, 5] };
const calendar: WorkingCalendar = {
	from: plainDate('2012-01-01'),
	to: plainDate('2027-12-31'),
	weekend: [6, 7],
	days: new Map()
};
const context = { zone: ALMATY, hours, calendar };
const collect = [630, 810, 1020];
const monday = plainDate('2026-12-14');

function clock(hour: number, minute: number, day = monday): number {
	return instantOf(day, hour * 60 + minute, ALMATY);
}

function states(at: number, rounds: number[]): string[] {
	return slotsOn(at, collect, rounds, context).map((slot) => slot.state);
}

describe('the slots of a day', () => {
	it('T14 are next and later before the first, with a countdown', () => {
		const slots = slotsOn(clock(9, 12), collect, [], context);
		expect(slots.map(({ state, minutesLeft }) => [state, minutesLeft])).toEqual([
			['next', 78],
			['later', 258],
			['later', 468]
		]);
		expect(slots[0]?.instant).toBe(clock(10, 30));
	});

	it('T14 it is time from ten minutes before until a round is made', () => {
		expect(states(clock(10, 19), [])).toEqual(['next', 'later', 'later']);
		expect(states(clock(10, 20), [])).toEqual(['now', 'next', 'later']);
		expect(states(clock(10, 45), [])).toEqual(['now', 'next', 'later']);
		expect(states(clock(10, 45), [clock(10, 40)])).toEqual(['done', 'next', 'later']);
		expect(slotsOn(clock(10, 45), collect, [], context)[0]?.minutesLeft).toBe(-15);
	});

	it('T14 a slot without a round is missed once the following one is nearer', () => {
		expect(states(clock(12, 5), [])).toEqual(['missed', 'next', 'later']);
		expect(states(clock(17, 0), [clock(10, 31), clock(13, 29)])).toEqual(['done', 'done', 'now']);
		expect(states(clock(18, 30), [])).toEqual(['missed', 'missed', 'now']);
	});

	it('T14 rounds of another day do not count, and a day off has no slots', () => {
		expect(states(clock(9, 0), [clock(10, 30, plainDate('2026-12-11'))])).toEqual(['next', 'later', 'later']);
		expect(slotsOn(clock(10, 0, plainDate('2026-12-13')), collect, [], context)).toEqual([]);
	});

	it('T15 fit the rate of table 1: exactly three, or not less than two', () => {
		expect(fitsRate(collect, { amount: 3, unit: 'timesPerDay' })).toBe(true);
		expect(fitsRate([630, 810], { amount: 3, unit: 'timesPerDay' })).toBe(false);
		expect(fitsRate([...collect, 1050], { amount: 3, unit: 'timesPerDay' })).toBe(false);
		expect(fitsRate(collect, { amount: 2, unit: 'timesPerDay', bound: 'notLessThan' })).toBe(true);
		expect(fitsRate([630], { amount: 2, unit: 'timesPerDay', bound: 'notLessThan' })).toBe(false);
		expect(fitsRate([630], { amount: 1, unit: 'hours' })).toBe(false);
	});
});
