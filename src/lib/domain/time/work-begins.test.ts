import { describe, expect, it } from 'vitest';
import { type WorkingCalendar, withOverrides } from './calendar.ts';
import { type OfficeHours } from './office-hours.ts';
import { plainDate } from './plain-date.ts';
import { workBeginsAt } from './work-begins.ts';
import { ALMATY, instantOf, localOf } from './zone.ts';

const hours: OfficeHours = { open: 540, close: 1080, lunch: { from: 780, to: 840 }, weekdays: [1, 2, 3, 4, 5] };
const calendar: WorkingCalendar = {
	from: plainDate('2012-01-01'),
	to: plainDate('2027-12-31'),
	weekend: [6, 7],
	days: new Map()
};

/** `begins('2026-11-28 10:00')` → '2026-11-30 09:00'; null while terms run. */
function begins(wall: string, days = calendar): string | null {
	const [date = '', time = ''] = wall.split(' ');
	const [hour = 0, minute = 0] = time.split(':').map(Number);
	const at = workBeginsAt(instantOf(plainDate(date), hour * 60 + minute, ALMATY), {
		zone: ALMATY,
		hours,
		calendar: days
	});
	if (at === null) return null;
	const local = localOf(at, ALMATY);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${local.date} ${two(Math.floor(local.minutes / 60))}:${two(local.minutes % 60)}`;
}

describe('when terms begin', () => {
	it('D87 nothing is said while they run', () => {
		expect(begins('2026-11-27 09:00')).toBeNull();
		expect(begins('2026-11-27 12:59')).toBeNull();
		expect(begins('2026-11-27 17:59')).toBeNull();
	});

	it.each([
		['early in the morning', '2026-11-27 05:10', '2026-11-27 09:00'],
		['at lunch', '2026-11-27 13:20', '2026-11-27 14:00'],
		['at closing time of a Friday', '2026-11-27 18:00', '2026-11-30 09:00'],
		['on a Saturday', '2026-11-28 10:00', '2026-11-30 09:00'],
		['on a Sunday', '2026-11-29 13:00', '2026-11-30 09:00']
	])('D87 %s', (_, wall, expected) => expect(begins(wall)).toBe(expected));

	it('D87 a day that the calendar has off or at work counts as it says', () => {
		const name = { kk: 'Ауысу', ru: 'Перенос' };
		const changed = withOverrides(calendar, [
			{ date: plainDate('2026-11-30'), kind: 'dayOff', name },
			{ date: plainDate('2026-11-28'), kind: 'workingDay', name }
		]);
		expect(begins('2026-11-28 10:00', changed)).toBeNull();
		expect(begins('2026-11-29 10:00', changed)).toBe('2026-12-01 09:00');
	});
});
