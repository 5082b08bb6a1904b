import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { language } from '#lib/device/live/language.svelte.ts';
import { resultWord } from './result-word.ts';

describe('the word for a result', () => {
	const before = language.lang;
	beforeEach(() => language.both());
	afterEach(() => {
		language.lang = before;
	});

	it('U61 is the one of the regulation for a notice, in the language of the screen, and one word for every refusal', () => {
		language.lang = 'kk';
		expect(resultWord('notice', 'employment-measures-referral')).toBe('Жолдама');
		expect(resultWord('notice', 'disabled-wheelchair')).toBe('Хабарлама');
		expect(resultWord('refusal', 'employment-measures-referral')).toBe('Дәлелді бас тарту');
		expect(resultWord('notice', null)).toBe('Хабарлама');
		language.lang = 'ru';
		expect(resultWord('notice', 'employment-measures-referral')).toBe('Направление');
	});
});
