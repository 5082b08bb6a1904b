import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, compareDates, dayCountBetween, parsePlainDate, plainDate, weekdayOf } from './plain-date.ts';

const date = fc
	.date({ min: new Date('1800-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
	.map((day) => plainDate(day.toISOString().slice(0, 10)));

describe('a plain date', () => {
	it('T1 is an existing day written YYYY-MM-DD, and nothing else', () => {
		expect(plainDate('2024-02-29')).toBe('2024-02-29');
		for (const text of [
			'2023-02-29',
			'1900-02-29',
			'2024-13-01',
			'2024-00-10',
			'2024-04-31',
			'2024-4-01',
			'24-04-01',
			''
		]) {
			expect(parsePlainDate(text), text).toBeUndefined();
			expect(() => plainDate(text), text).toThrow(RangeError);
		}
	});

	it('T1 counts days as the UTC clock of the platform does', () => {
		fc.assert(
			fc.property(date, fc.integer({ min: -100_000, max: 100_000 }), (day, days) => {
				const later = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
				expect(addDays(day, days)).toBe(later.toISOString().slice(0, 10));
				expect(dayCountBetween(day, addDays(day, days))).toBe(days);
				expect(weekdayOf(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
			})
		);
	});

	it('T1 compares in the order of days', () => {
		fc.assert(
			fc.property(date, date, (a, b) => {
				expect(Math.sign(compareDates(a, b))).toBe(Math.sign(dayCountBetween(b, a)));
			})
		);
	});
});
