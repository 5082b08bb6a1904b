import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldLoosely, withoutLatinLookAlikes } from './fold.ts';

const kazakhText = fc.string({ unit: fc.constantFrom(...'аәгғкқнңоөуұүхһиіЁё aiəhHYx-') });

describe('search keys', () => {
	it('W1 Latin letters inside a Cyrillic word become the Cyrillic ones that look the same', () => {
		expect(withoutLatinLookAlikes('мемлекеттiк')).toBe('мемлекеттік');
		expect(withoutLatinLookAlikes('Нaзəрбaeв')).toBe('Назәрбаев');
		expect(withoutLatinLookAlikes('Жaһaн, Hұрлан, Yмаров, қаhарман')).toBe('Жаһан, Нұрлан, Умаров, қаһарман');
	});

	it('W1 a word of Latin letters only stays as it is', () => {
		expect(withoutLatinLookAlikes('Smith Шимкент')).toBe('Smith Шимкент');
		expect(withoutLatinLookAlikes('ii')).toBe('ii');
	});

	it('W2 the key folds case, ё, decomposed letters and spaces, and keeps Kazakh letters apart', () => {
		expect(fold('  Фёдоров \u00A0 АЛЁНА ')).toBe('федоров алена');
		expect(fold('Кеи\u0306інгі')).toBe(fold('Кейінгі'));
		expect(fold('Қайрат')).not.toBe(fold('Кайрат'));
	});

	it('W2 folding twice changes nothing', () => {
		fc.assert(
			fc.property(kazakhText, (text) => {
				expect(fold(fold(text))).toBe(fold(text));
				expect(foldLoosely(foldLoosely(text))).toBe(foldLoosely(text));
			})
		);
	});

	it.each([
		['Оспанов Кайрат', 'Оспанов Қайрат'],
		['Сеитова Айгуль', 'Сеітова Айгүль'],
		['Онер', 'Өнер'],
		['Жахан', 'Жаһан'],
		['Нургуль Тулеген', 'Нұргүль Түлеген']
	])('W3 «%s», typed on a Russian layout, finds «%s»', (typed, written) => {
		expect(foldLoosely(typed)).toBe(foldLoosely(written));
		expect(fold(typed)).not.toBe(fold(written));
	});
});
