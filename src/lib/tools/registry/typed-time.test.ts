import { describe, expect, it } from 'vitest';
import { timeOf, typedTime, typedTimes } from './typed-time.ts';

describe('times as they are typed', () => {
	it.each([
		['9', 540],
		['9:00', 540],
		['09.00', 540],
		['9-30', 570],
		['930', 570],
		['0930', 570],
		[' 18 : 05 ', 1085],
		['0', 0],
		['24:00', 1440]
	])('I80 reads «%s» as people mean it', (text, minutes) => {
		expect(typedTime(text)).toBe(minutes);
	});

	it.each(['', '25', '9:60', '24:01', '9:5', 'тоғыз', '9,5', '-9', '9:00:00'])('I80 does not guess at «%s»', (text) => {
		expect(typedTime(text)).toBeNull();
	});

	it('I80 shows a time as it can be typed again', () => {
		for (const minutes of [0, 5, 540, 1085, 1440]) expect(typedTime(timeOf(minutes))).toBe(minutes);
		expect(timeOf(540)).toBe('09:00');
	});

	it('I80 reads several times from one line, and names the piece that is none', () => {
		expect(typedTimes('9:00, 12.30;17  18')).toEqual({ ok: true, times: [540, 750, 1020, 1080] });
		expect(typedTimes('9:00, 31, 45')).toEqual({ ok: false, wrong: '31' });
		expect(typedTimes('9:00 24:00'), 'the end of a day is no time of a round').toEqual({ ok: false, wrong: '24:00' });
		expect(typedTimes('  ')).toEqual({ ok: true, times: [] });
	});
});
