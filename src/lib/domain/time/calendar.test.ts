import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addWorkingDays,
	dataReach,
	isWorkingDay,
	nextWorkingDay,
	type WorkingCalendar,
	withOverrides
} from './calendar.ts';
import { addDays, dayCountBetween, plainDate } from './plain-date.ts';

const name = { kk: 'Мереке', ru: 'Праздник' };
const holiday = plainDate('2026-12-16');
const workedSaturday = plainDate('2026-12-19');

const calendar: WorkingCalendar = {
	from: plainDate('2012-01-01'),
	to: plainDate('2027-12-31'),
	weekend: [6, 7],
	days: new Map([
		[holiday, { date: holiday, kind: 'dayOff', reason: 'holiday', name }],
		[workedSaturday, { date: workedSaturday, kind: 'workingDay', reason: 'transfer', name }]
	])
};

describe('the working calendar', () => {
	it('T3 counts Monday to Friday without days off, and with days that were moved', () => {
		expect(isWorkingDay(plainDate('2026-12-15'), calendar)).toBe(true);
		expect(isWorkingDay(holiday, calendar)).toBe(false);
		expect(isWorkingDay(workedSaturday, calendar)).toBe(true);
		expect(isWorkingDay(plainDate('2026-12-20'), calendar)).toBe(false);
		expect(nextWorkingDay(plainDate('2026-12-15'), calendar)).toBe('2026-12-17');
		expect(nextWorkingDay(plainDate('2026-12-18'), calendar)).toBe('2026-12-19');
	});

	it('T4 can be overridden for a day in both directions, and the later override holds', () => {
		const friday = plainDate('2026-12-18');
		const changed = withOverrides(calendar, [
			{ date: friday, kind: 'workingDay', name },
			{ date: friday, kind: 'dayOff', name },
			{ date: holiday, kind: 'workingDay', name }
		]);
		expect(isWorkingDay(friday, changed)).toBe(false);
		expect(isWorkingDay(holiday, changed)).toBe(true);
		expect(isWorkingDay(friday, calendar)).toBe(true);
	});

	it('T3 adds as many working days as asked for', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 60 }), (offset, count) => {
				const start = addDays(plainDate('2026-01-01'), offset);
				const end = addWorkingDays(start, count, calendar);
				let worked = 0;
				for (let day = 1; day <= dayCountBetween(start, end); day++) {
					if (isWorkingDay(addDays(start, day), calendar)) worked++;
				}
				expect(worked).toBe(count);
				if (count > 0) expect(isWorkingDay(end, calendar)).toBe(true);
			})
		);
	});

	it('T5 knows which days its data cover', () => {
		expect(dataReach(calendar, plainDate('2027-12-31'))).toBe(true);
		expect(dataReach(calendar, plainDate('2028-01-01'))).toBe(false);
		expect(dataReach(calendar, plainDate('2011-12-31'))).toBe(false);
	});

	it('T3 refuses a calendar in which nobody ever works', () => {
		expect(() => nextWorkingDay(holiday, { ...calendar, weekend: [1, 2, 3, 4, 5, 6, 7], days: new Map() })).toThrow();
	});
});
