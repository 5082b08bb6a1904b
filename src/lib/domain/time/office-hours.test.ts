import { describe, expect, it } from 'vitest';
import { type WorkingCalendar, withOverrides } from './calendar.ts';
import {
	isOfficeDay,
	officeDayFrom,
	type OfficeHours,
	workMinutesOn,
	workSpansOf,
	workSpansOn
} from './office-hours.ts';
import { plainDate } from './plain-date.ts';

const hours: OfficeHours = { open: 540, close: 1200, lunch: null, weekdays: [1, 2, 3, 4, 5, 6] };
const calendar: WorkingCalendar = {
	from: plainDate('2012-01-01'),
	to: plainDate('2027-12-31'),
	weekend: [6, 7],
	days: new Map()
};
const saturday = plainDate('2026-12-19');
const sunday = plainDate('2026-12-20');

describe('office hours', () => {
	it('T12 are one piece of work without lunch and two with it', () => {
		expect(workSpansOf(hours)).toEqual([{ from: 540, to: 1200 }]);
		expect(workMinutesOn(saturday, { ...hours, close: 1080, lunch: { from: 780, to: 840 } })).toBe(480);
	});

	it('T60 a weekday may have hours of its own', () => {
		const short = [{ weekday: 6, open: 540, close: 780, lunch: null }] as const;
		expect(workSpansOn(saturday, { ...hours, short })).toEqual([{ from: 540, to: 780 }]);
		expect(workSpansOn(plainDate('2026-12-18'), { ...hours, short })).toEqual([{ from: 540, to: 1200 }]);
	});

	it('T61 days before new hours begin keep those that were in force then', () => {
		const later: OfficeHours = { ...hours, open: 600, weekdays: [1, 2, 3, 4, 5], earlier: { until: sunday, hours } };
		expect(workSpansOn(saturday, later)).toEqual([{ from: 540, to: 1200 }]);
		expect(isOfficeDay(saturday, later, calendar)).toBe(true);
		expect(workSpansOn(plainDate('2026-12-21'), later)).toEqual([{ from: 600, to: 1200 }]);
		expect(isOfficeDay(plainDate('2026-12-26'), later, calendar)).toBe(false);
	});

	it('T12 that contradict themselves are refused', () => {
		expect(() => workSpansOf({ ...hours, open: 1200 })).toThrow(RangeError);
		expect(() => workSpansOf({ ...hours, lunch: { from: 500, to: 600 } })).toThrow(RangeError);
	});

	it('T13 an organisation works on its own weekdays, but the calendar has the last word', () => {
		expect(isOfficeDay(saturday, hours, calendar)).toBe(true);
		expect(isOfficeDay(sunday, hours, calendar)).toBe(false);
		expect(officeDayFrom(sunday, hours, calendar)).toBe('2026-12-21');
		const name = { kk: 'Ауысу', ru: 'Перенос' };
		const changed = withOverrides(calendar, [
			{ date: saturday, kind: 'dayOff', name },
			{ date: sunday, kind: 'workingDay', name }
		]);
		expect(isOfficeDay(saturday, hours, changed)).toBe(false);
		expect(isOfficeDay(sunday, hours, changed)).toBe(true);
	});

	it('T12 without any weekday are refused when a day of work is looked for', () => {
		expect(() => officeDayFrom(sunday, { ...hours, weekdays: [] }, calendar)).toThrow(RangeError);
	});
});
