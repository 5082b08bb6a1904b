import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from './diagram-text.ts';

const LETTERS = [...'аәбгғдеёжзиіийкқлмнңоөпрстуұүфхһцчшщыьэюяАӘҒҚ0123456789.,-'];
const word = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 30 }).map((letters) => letters.join(''));

describe('words in the boxes of a diagram', () => {
	it('G45 no line is wider than its place, and no letter is lost', () => {
		fc.assert(
			fc.property(fc.array(word, { maxLength: 12 }), fc.integer({ min: 60, max: 300 }), (words, width) => {
				const lines = wrapText(words.join(' '), width, 10);
				for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(width);
				const bare = (text: string) => text.replace(/[\s-]/gu, '');
				expect(bare(lines.join(''))).toBe(bare(words.join('')));
			})
		);
	});

	it('G45 breaks between words, and inside one only where it must', () => {
		expect(wrapText('Құжат қабылдау', 60, 10)).toEqual(['Құжат', 'қабылдау']);
		expect(wrapText('Құжат қабылдау', 200, 10)).toEqual(['Құжат қабылдау']);
		expect(wrapText('', 60, 10)).toEqual([]);
		expect(wrapText('қабылдаушыларымыздың', 70, 10).length).toBe(2);
	});

	it('G45 bold is wider, and a letter that is not known is taken for a wide one', () => {
		expect(textWidth('ә', 10, true)).toBeGreaterThan(textWidth('ә', 10));
		expect(textWidth('漢', 10)).toBeGreaterThan(textWidth('ж', 10));
	});
});
