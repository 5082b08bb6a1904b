import { describe, expect, it } from 'vitest';
import { monthName, officialDate, weekdayName } from './calendar-words.ts';

describe('words of the calendar', () => {
	it('W7 an official date has no ending after the name of the month', () => {
		expect(officialDate('2026-11-27', 'kk')).toBe('2026 жылғы 27 қараша');
		expect(officialDate('2026-11-27', 'ru')).toBe('27 ноября 2026 года');
		expect(officialDate('2026-05-01', 'ru')).toBe('1 мая 2026 года');
	});

	it('W7 months and weekdays are named in both languages', () => {
		expect([1, 6, 12].map((month) => monthName(month, 'kk'))).toEqual(['қаңтар', 'маусым', 'желтоқсан']);
		expect(weekdayName('2026-11-23', 'kk')).toBe('дүйсенбі');
		expect(weekdayName('2026-11-29', 'ru', 'short')).toBe('вс');
		expect(() => monthName(13, 'kk')).toThrow(RangeError);
	});
});
