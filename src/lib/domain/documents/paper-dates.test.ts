import { describe, expect, it } from 'vitest';
import { clockTime, dateWithWeekday, officialDates, shortMoment } from './paper-dates.ts';

describe('dates on papers', () => {
	it.each([
		['2026-11-23', '23.11.2026 (дүйсенбі · понедельник)'],
		['2026-11-24', '24.11.2026 (сейсенбі · вторник)'],
		['2026-11-25', '25.11.2026 (сәрсенбі · среда)'],
		['2026-11-26', '26.11.2026 (бейсенбі · четверг)'],
		['2026-11-27', '27.11.2026 (жұма · пятница)'],
		['2026-11-28', '28.11.2026 (сенбі · суббота)'],
		['2026-11-29', '29.11.2026 (жексенбі · воскресенье)']
	])('P9 %s is written %s', (date, written) => {
		expect(dateWithWeekday(date)).toBe(written);
	});

	it.each([
		['01', 'қаңтар', 'января'],
		['02', 'ақпан', 'февраля'],
		['03', 'наурыз', 'марта'],
		['04', 'сәуір', 'апреля'],
		['05', 'мамыр', 'мая'],
		['06', 'маусым', 'июня'],
		['07', 'шілде', 'июля'],
		['08', 'тамыз', 'августа'],
		['09', 'қыркүйек', 'сентября'],
		['10', 'қазан', 'октября'],
		['11', 'қараша', 'ноября'],
		['12', 'желтоқсан', 'декабря']
	])('P9 month %s stands in running text as %s · %s, without an ending', (month, kk, ru) => {
		expect(officialDates(`2026-${month}-07`)).toEqual({ kk: `2026 жылғы 7 ${kk}`, ru: `7 ${ru} 2026 года` });
	});

	it('P9 the clock has 24 hours and two digits for each part', () => {
		expect(shortMoment({ date: '2026-11-23', minutes: 5 })).toBe('23.11.2026, 00:05');
		expect(clockTime(1439)).toBe('23:59');
	});

	it('P9 what is not a day or a minute is a bug, not a text', () => {
		expect(() => dateWithWeekday('2026-02-30')).toThrow(RangeError);
		expect(() => clockTime(1440)).toThrow(RangeError);
	});
});
