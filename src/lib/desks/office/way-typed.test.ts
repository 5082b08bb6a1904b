import { describe, expect, it } from 'vitest';
import { typedWay } from './way-typed.ts';

describe('the time on the way as it is typed', () => {
	it.each([
		['90', 90],
		['1:30', 90],
		['48:00', 2880],
		['1.30', 90],
		['0', 0]
	])('I80 reads «%s» as minutes, or as hours and minutes', (text, minutes) => {
		expect(typedWay(text)).toBe(minutes);
	});

	it.each(['', 'сағат', '1:75', '-5', '1 30'])('I80 does not guess at «%s» either', (text) => {
		expect(typedWay(text)).toBeNull();
	});
});
