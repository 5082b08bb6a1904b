import { describe, expect, it } from 'vitest';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { formatNumber } from './format-number.ts';
import {
	formatCountdown,
	formatDate,
	formatDateWithWeekday,
	formatDuration,
	formatMoment,
	formatMomentSeenOn,
	formatOfficialDate,
	formatStopwatch,
	formatTime
} from './formats.ts';

const MINUTE = 60_000;
const moment = { date: plainDate('2026-11-27'), minutes: 870 };

describe('dates, times and numbers on screens', () => {
	it('W7 a date is written by day, month, year, with the weekday in brackets', () => {
		expect(formatDate('2026-11-07')).toBe('07.11.2026');
		expect(formatDateWithWeekday('2026-11-27', 'kk')).toBe('27.11.2026 (жұма)');
		expect(formatDateWithWeekday('2026-11-27', 'ru')).toBe('27.11.2026 (пятница)');
		expect(formatOfficialDate('2026-11-27', 'kk')).toBe('2026 жылғы 27 қараша');
		expect(() => formatDate('2026-02-30')).toThrow(RangeError);
	});

	it('W7 a time has 24 hours; a moment of today shows its time alone', () => {
		expect([formatTime(0), formatTime(870), formatTime(1439)]).toEqual(['00:00', '14:30', '23:59']);
		expect(() => formatTime(1440)).toThrow(RangeError);
		expect(formatMoment(moment)).toBe('27.11.2026, 14:30');
		expect(formatMomentSeenOn(moment, '2026-11-27')).toBe('14:30');
		expect(formatMomentSeenOn(moment, '2026-11-28')).toBe('27.11.2026, 14:30');
	});

	it('W8 a span has at most two units, in abbreviations that never change with the number', () => {
		expect(formatDuration(135 * MINUTE, 'kk')).toBe('2 сағ 15 мин');
		expect(formatDuration(-135 * MINUTE, 'ru')).toBe('2 ч 15 мин');
		expect(formatDuration(120 * MINUTE, 'ru')).toBe('2 ч');
		expect(formatDuration(29_999, 'kk')).toBe('0 мин');
		expect(formatDuration((3 * 1440 + 61) * MINUTE, 'kk')).toBe('3 күн 1 сағ');
		expect(formatCountdown(41_200, 'ru')).toBe('42 с');
		expect(formatCountdown(-5, 'kk')).toBe('0 с');
		expect(formatCountdown(14 * MINUTE, 'kk')).toBe('14 мин');
		expect(formatStopwatch(25 * MINUTE + 5_400)).toBe('25:05');
	});

	it('W9 numbers from 10 000 on stand in groups with no-break spaces, with a decimal comma', () => {
		expect(formatNumber(1234)).toBe('1234');
		expect(formatNumber(1234567)).toBe('1\u00A0234\u00A0567');
		expect(formatNumber(12345.678, 1)).toBe('12\u00A0345,7');
		expect(formatNumber(-50000)).toBe('−50\u00A0000');
		expect(formatNumber(-0.01)).toBe('0');
		expect(formatNumber(Number.NaN)).toBe('–');
	});
});
