import { describe, expect, it } from 'vitest';
import { choiceDigits } from './choice-digits.ts';

describe('the digit keys of a choice', () => {
	it('G89 are the numbers of the services, also where one of them is not offered today', () => {
		expect(choiceDigits([1, 2, 4, 9].map((digit) => ({ digit })))).toEqual([1, 2, 4, 9]);
	});

	it('G89 are places where the options have no number, and end at nine', () => {
		expect(choiceDigits([{}, {}, {}])).toEqual([1, 2, 3]);
		expect(choiceDigits(Array.from({ length: 11 }, () => ({}))).slice(8)).toEqual([9, null, null]);
		expect(choiceDigits([{ digit: 9 }, { digit: 10 }])).toEqual([9, null]);
	});
});
