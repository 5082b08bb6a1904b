import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Limit, LIMIT_UNITS } from '../regulation/vocabulary.ts';
import { isWorkingDay, type WorkingCalendar } from './calendar.ts';
import { type DueContext, dueDateOf, dueOf } from './due.ts';
import { type OfficeHours } from './office-hours.ts';
import { addDays, dayCountBetween, plainDate } from './plain-date.ts';
import { ALMATY, instantOf, localOf } from './zone.ts';

const bodyHours: OfficeHours = { open: 540, close: 1080, lunch: { from: 780, to: 840 }, weekdays: [1, 2, 3, 4, 5] };
const annex2Hours: OfficeHours = { ...bodyHours, close: 1140, lunch: { from: 780, to: 900 } };
const name = { kk: 'Тәуелсіздік күні', ru: 'День Независимости' };
const off = plainDate('2026-12-16');
const calendar: WorkingCalendar = {
	from: plainDate('2012-01-01'),
	to: plainDate('2027-12-31'),
	weekend: [6, 7],
	days: new Map([[off, { date: off, kind: 'dayOff', reason: 'holiday', name }]])
};
const context: DueContext = { zone: ALMATY, hours: bodyHours, calendar, slots: [630, 810, 1020] };

/** An instant from a wall clock, `at('2026-12-14 17:45')`. */
function at(wall: string): number {
	const [date = '', time = ''] = wall.split(' ');
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	return instantOf(plainDate(date), hours * 60 + minutes, ALMATY);
}

function wallOf(instant: number): string {
	const { date, minutes } = localOf(instant, ALMATY);
	return `${date} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function due(amount: number, unit: Limit['unit'], start: string, changed: Partial<DueContext> = {}): string {
	return wallOf(dueOf({ amount, unit }, at(start), { ...context, ...changed }));
}

const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 1) });
const limit = fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom(...LIMIT_UNITS) });

describe('when a step is due', () => {
	it('T6 minutes and hours run in office hours: over lunch, the night and days off', () => {
		expect(due(30, 'minutes', '2026-12-14 10:00')).toBe('2026-12-14 10:30');
		expect(due(1, 'hours', '2026-12-14 12:45')).toBe('2026-12-14 14:45');
		expect(due(1, 'hours', '2026-12-14 12:00')).toBe('2026-12-14 13:00');
		expect(due(1, 'hours', '2026-12-15 17:45')).toBe('2026-12-17 09:45');
		expect(due(30, 'minutes', '2026-12-18 19:00')).toBe('2026-12-21 09:30');
		expect(due(5, 'minutes', '2026-12-14 07:10')).toBe('2026-12-14 09:05');
	});

	it('T6 the hours of annex 2 have a longer lunch and a later close', () => {
		expect(due(30, 'minutes', '2026-12-14 12:45', { hours: annex2Hours })).toBe('2026-12-14 15:15');
		expect(due(1, 'withinWorkingDay', '2026-12-14 12:45', { hours: annex2Hours })).toBe('2026-12-14 19:00');
	});

	it('T7 working days count from the next day and end at closing time of the last', () => {
		expect(due(10, 'workingDays', '2026-12-07 09:00')).toBe('2026-12-22 18:00');
		expect(due(1, 'workingDays', '2026-12-18 23:30')).toBe('2026-12-21 18:00');
		expect(dueDateOf({ amount: 10, unit: 'workingDays' }, at('2026-12-07 09:00'), context)).toBe('2026-12-22');
	});

	it('T8 calendar days count all days; a last day off moves to the next working day', () => {
		expect(due(15, 'calendarDays', '2026-12-02 09:00')).toBe('2026-12-17 18:00');
		expect(due(15, 'calendarDays', '2026-12-01 09:00')).toBe('2026-12-17 18:00');
		expect(due(15, 'calendarDays', '2026-12-04 09:00')).toBe('2026-12-21 18:00');
	});

	it('T9 within the working day, and within one day, mean closing time; after it, that of the next working day', () => {
		for (const unit of ['withinWorkingDay', 'withinOneDay'] as const) {
			expect(due(1, unit, '2026-12-14 09:00')).toBe('2026-12-14 18:00');
			expect(due(1, unit, '2026-12-14 18:00')).toBe('2026-12-15 18:00');
			expect(due(1, unit, '2026-12-15 18:30')).toBe('2026-12-17 18:00');
			expect(due(1, unit, '2026-12-19 10:00')).toBe('2026-12-21 18:00');
		}
	});

	it('T10 a rate per day means the next round of the day', () => {
		expect(due(3, 'timesPerDay', '2026-12-14 09:20')).toBe('2026-12-14 10:30');
		expect(due(3, 'timesPerDay', '2026-12-14 10:30')).toBe('2026-12-14 13:30');
		expect(due(3, 'timesPerDay', '2026-12-15 17:01')).toBe('2026-12-17 10:30');
		expect(due(3, 'timesPerDay', '2026-12-14 09:20', { slots: [] })).toBe('2026-12-14 18:00');
	});

	it('T11 who starts later is never due earlier, and nobody is due before the start', () => {
		fc.assert(
			fc.property(limit, instant, instant, (given, a, b) => {
				const [earlier, later] = a < b ? [a, b] : [b, a];
				const first = dueOf(given, earlier, context);
				expect(first).toBeGreaterThan(earlier);
				expect(dueOf(given, later, context)).toBeGreaterThanOrEqual(first);
			})
		);
	});

	it('T6 minutes and hours are never due outside office hours', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 3000 }),
				fc.constantFrom(bodyHours, annex2Hours),
				instant,
				(amount, hours, start) => {
					const end = dueOf({ amount, unit: 'minutes' }, start, { ...context, hours });
					// The instant before the end was worked: an end at 13:00 or 18:00 sharp belongs to the time before it.
					const { date, minutes } = localOf(end - 1, ALMATY);
					expect(isWorkingDay(date, calendar)).toBe(true);
					expect(minutes).toBeGreaterThanOrEqual(hours.open);
					expect(minutes).toBeLessThan(hours.close);
					expect(minutes < (hours.lunch?.from ?? 0) || minutes >= (hours.lunch?.to ?? 0)).toBe(true);
				}
			)
		);
	});

	it('T7 between start and end lie as many working days as the limit says', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 40 }), instant, (amount, start) => {
				const from = localOf(start, ALMATY).date;
				const to = dueDateOf({ amount, unit: 'workingDays' }, start, context);
				const days = Array.from({ length: dayCountBetween(from, to) }, (_, day) => addDays(from, day + 1));
				expect(days.filter((day) => isWorkingDay(day, calendar))).toHaveLength(amount);
			})
		);
	});

	it('T7 an organisation that is closed on the last working day is due at its next closing time', () => {
		const hours = { ...bodyHours, weekdays: [2, 3, 4, 5, 6] as const };
		expect(due(1, 'workingDays', '2026-12-18 10:00', { hours })).toBe('2026-12-22 18:00');
	});
});
