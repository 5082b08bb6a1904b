import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKazakh } from './kazakh-order.ts';

const text = fc.string({ unit: fc.constantFrom(...'аәбгғиікқнңоөуұүхһшыяАҚ 1-az') });

describe('compareKazakh', () => {
	it('W4 letters stand in the official order of the alphabet', () => {
		const official = 'а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я'.split(' ');
		expect([...official].reverse().sort(compareKazakh)).toEqual(official);
	});

	it('W4 names sort as in a Kazakh register, whatever their case', () => {
		const names = ['Ыбырай', 'Һамит', 'ұлан', 'Үміт', 'Қайрат', 'кенже', 'Әлия', 'Айгүл', 'Ілияс', 'Шолпан'];
		expect(names.sort(compareKazakh)).toEqual([
			'Айгүл',
			'Әлия',
			'кенже',
			'Қайрат',
			'ұлан',
			'Үміт',
			'Һамит',
			'Шолпан',
			'Ыбырай',
			'Ілияс'
		]);
	});

	it('W4 a shorter text, a digit and a Latin letter come before a letter of the alphabet', () => {
		expect(['Оспанова', 'Оспанов', 'Оспанов Ер', 'Smith', '12-үй'].sort(compareKazakh)).toEqual([
			'12-үй',
			'Smith',
			'Оспанов',
			'Оспанов Ер',
			'Оспанова'
		]);
	});

	it('W4 it is a total order: antisymmetric, transitive, zero only for equal texts', () => {
		fc.assert(
			fc.property(text, text, text, (a, b, c) => {
				expect(Math.sign(compareKazakh(a, b)) + Math.sign(compareKazakh(b, a))).toBe(0);
				expect(compareKazakh(a, b) === 0).toBe(a === b);
				if (compareKazakh(a, b) <= 0 && compareKazakh(b, c) <= 0) expect(compareKazakh(a, c)).toBeLessThanOrEqual(0);
			})
		);
	});
});
