import { describe, expect, it } from 'vitest';
import { placeOfDay } from './place-of-day.ts';

describe('the dispatch of the day', () => {
	const ofDay = [
		{ number: '9000000000000002', at: 300 },
		{ number: '9000000000000001', at: 100 },
		{ number: '9000000000000003', at: 300 }
	];

	it('P65 is counted by the moments of the registers, so that every copy says the same', () => {
		expect(ofDay.map(({ number }) => placeOfDay(number, ofDay))).toEqual([2, 1, 3]);
		expect(placeOfDay('9000000000000001', ofDay.slice(1, 2))).toBe(1);
	});

	it('P65 is the first where the day is not on this device', () => {
		expect(placeOfDay('9000000000000009', [])).toBe(1);
	});
});
