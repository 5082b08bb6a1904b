import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WorkingCalendar } from './calendar.ts';
import { dueOf, type DueContext } from './due.ts';
import { plainDate } from './plain-date.ts';
import { isNear, timeLeft } from './time-left.ts';
import { ALMATY, instantOf } from './zone.ts';

const calendar: WorkingCalendar = {
	from: plainDate('2026-01-01'),
	to: plainDate('2026-12-31'),
	weekend: [6, 7],
	days: new Map()
};
const hours = {
	open: 9 * 60,
	close: 18 * 60,
	lunch: { from: 13 * 60, to: 14 * 60 },
	weekdays: [1, 2, 3, 4, 5]
} as const;
const context: DueContext = { zone: ALMATY, hours, calendar };
const at = (date: string, time: string) => {
	const [hour = 0, minute = 0] = time.split(':').map(Number);
	return instantOf(plainDate(date), hour * 60 + minute, ALMATY);
};
const left = (now: number, due: number) => {
	const { late, days, hours, minutes } = timeLeft(due, now, context);
	return `${late ? '-' : ''}${days}d ${hours}h ${minutes}m`;
};

describe('what is left of a term', () => {
	it.each([
		['2026-11-27', '10:00', '2026-11-27', '18:00', '0d 7h 0m'],
		['2026-11-27', '10:00', '2026-12-01', '18:00', '2d 7h 0m'],
		['2026-11-27', '12:45', '2026-11-27', '14:15', '0d 0h 30m'],
		['2026-11-29', '12:00', '2026-11-30', '18:00', '1d 0h 0m'],
		['2026-11-27', '20:00', '2026-11-30', '09:20', '0d 0h 20m'],
		['2026-11-27', '09:00', '2026-12-04', '18:00', '6d 0h 0m']
	])('T40 from %s %s to %s %s it is %s: nights, lunch and days off are no time', (day, time, last, until, expected) =>
		expect(left(at(day, time), at(last, until))).toBe(expected)
	);

	it('T40 after the due time it counts the working time that has passed since', () => {
		expect(left(at('2026-12-01', '10:00'), at('2026-11-27', '18:00'))).toBe('-1d 1h 0m');
		expect(left(at('2026-11-29', '10:00'), at('2026-11-27', '18:00'))).toBe('-0d 0h 0m');
	});

	it('T40 a day off that an org set is no time of its own', () => {
		const off = new Map([
			[
				plainDate('2026-11-30'),
				{
					date: plainDate('2026-11-30'),
					kind: 'dayOff' as const,
					reason: 'override' as const,
					name: { kk: '', ru: '' }
				}
			]
		]);
		const own = { ...context, calendar: { ...calendar, days: off } };
		expect(timeLeft(at('2026-12-01', '10:00'), at('2026-11-27', '17:00'), own)).toEqual({
			late: false,
			days: 0,
			hours: 2,
			minutes: 0
		});
	});

	it('T40 a limit in hours that has just begun leaves exactly those hours, whenever it begins', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 30 * 24 * 60 }), fc.integer({ min: 1, max: 40 }), (minute, amount) => {
				const start = at('2026-11-01', '00:00') + minute * 60_000;
				const due = dueOf({ amount, unit: 'hours' }, start, context);
				const { days, hours, minutes } = timeLeft(due, start, context);
				expect(days * 8 * 60 + hours * 60 + minutes).toBe(amount * 60);
			})
		);
	});

	it('T41 it presses when less than a working day is left', () => {
		expect(isNear(timeLeft(at('2026-11-27', '18:00'), at('2026-11-27', '09:01'), context))).toBe(true);
		expect(isNear(timeLeft(at('2026-11-30', '18:00'), at('2026-11-27', '18:00'), context))).toBe(false);
		expect(isNear(timeLeft(at('2026-11-27', '18:00'), at('2026-11-27', '18:01'), context))).toBe(false);
	});
});
