import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberWords } from './number-words.ts';

describe('counts in words', () => {
	it.each([
		[0, 'нөл', 'ноль'],
		[1, 'бір', 'один'],
		[10, 'он', 'десять'],
		[12, 'он екі', 'двенадцать'],
		[21, 'жиырма бір', 'двадцать один'],
		[40, 'қырық', 'сорок'],
		[115, 'бір жүз он бес', 'сто пятнадцать'],
		[900, 'тоғыз жүз', 'девятьсот'],
		[1001, 'бір мың бір', 'одна тысяча один'],
		[2080, 'екі мың сексен', 'две тысячи восемьдесят'],
		[4999, 'төрт мың тоғыз жүз тоқсан тоғыз', 'четыре тысячи девятьсот девяносто девять'],
		[5000, 'бес мың', 'пять тысяч']
	])('P10 %i is «%s» · «%s»', (count, kk, ru) => {
		expect(numberWords(count)).toEqual({ kk, ru });
	});

	it('P10 no two counts have the same words', () => {
		const count = fc.integer({ min: 0, max: 9999 });
		fc.assert(
			fc.property(count, count, (a, b) => {
				fc.pre(a !== b);
				expect(numberWords(a).kk).not.toBe(numberWords(b).kk);
				expect(numberWords(a).ru).not.toBe(numberWords(b).ru);
			})
		);
	});

	it.each([-1, 10_000, 1.5])('P10 there are no words for %d', (count) => {
		expect(() => numberWords(count)).toThrow(RangeError);
	});
});
