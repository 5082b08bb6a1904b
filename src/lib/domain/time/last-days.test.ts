import { describe, expect, it } from 'vitest';
import { type CalendarDay, type WorkingCalendar } from './calendar.ts';
import { dueOf } from './due.ts';
import { type OfficeHours } from './office-hours.ts';
import { plainDate } from './plain-date.ts';
import { slotsOn } from './slots.ts';
import { ALMATY, instantOf, localOf } from './zone.ts';

const hours: OfficeHours = { open: 540, close: 1080, lunch: null, weekdays: [1, 2, 3, 4, 5] };
const name = { kk: 'Ауыстырылған күн', ru: 'Перенесённый день' };
const day = (date: string, kind: CalendarDay['kind']): [CalendarDay['date'], CalendarDay] => [
	plainDate(date),
	{ date: plainDate(date), kind, reason: 'transfer', name }
];
const calendarOf = (...days: [CalendarDay['date'], CalendarDay][]): WorkingCalendar => ({
	from: plainDate('2026-01-01'),
	to: plainDate('2026-12-31'),
	weekend: [6, 7],
	days: new Map(days)
});
const start = instantOf(plainDate('2026-12-04'), 600, ALMATY);
/** Fifteen calendar days from a Friday end on Saturday, 19.12.2026. */
const dueOn = (calendar: WorkingCalendar, weekdays: OfficeHours['weekdays'] = hours.weekdays) =>
	localOf(
		dueOf({ amount: 15, unit: 'calendarDays' }, start, { zone: ALMATY, hours: { ...hours, weekdays }, calendar }),
		ALMATY
	).date;

describe('the last of some calendar days', () => {
	it('T8 a Saturday moves to Monday, also where the organisation has its doors open on Saturdays', () => {
		expect(dueOn(calendarOf())).toBe('2026-12-21');
		expect(dueOn(calendarOf(), [1, 2, 3, 4, 5, 6])).toBe('2026-12-21');
	});

	it('T8 a Saturday that the Government made a working day is the last day; a Monday off is not', () => {
		expect(dueOn(calendarOf(day('2026-12-19', 'workingDay')))).toBe('2026-12-19');
		expect(dueOn(calendarOf(day('2026-12-21', 'dayOff')))).toBe('2026-12-22');
	});
});

describe('a moment right between two rounds', () => {
	it('T14 belongs to the later one: the earlier is missed from then on', () => {
		const states = (minutes: number) =>
			slotsOn(instantOf(plainDate('2026-12-14'), minutes, ALMATY), [630, 810], [], {
				zone: ALMATY,
				hours,
				calendar: calendarOf()
			}).map(({ state }) => state);
		expect(states(719)).toEqual(['now', 'next']);
		expect(states(720)).toEqual(['missed', 'next']);
	});
});
