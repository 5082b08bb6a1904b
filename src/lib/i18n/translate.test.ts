import { describe, expect, it } from 'vitest';
import { createTranslator, isMessageKey, translateLoosely } from './translate.ts';

const kk = createTranslator('kk');
const ru = createTranslator('ru');

describe('translator', () => {
	it('W11 a key gives its text in the language of the translator, whichever was used before', () => {
		expect([kk('frame.menu.work'), ru('frame.menu.work'), kk('frame.menu.work')]).toEqual([
			'Жұмысым',
			'Моя работа',
			'Жұмысым'
		]);
		expect(ru('frame.menu.work')).toBe('Моя работа');
	});

	it('W11 values are put in as they are; numbers in groups, names of things untouched', () => {
		expect(kk('control.shown', { a: 4, b: 12500 })).toBe('Көрсетілгені: 4, барлығы: 12\u00A0500');
		expect(ru('story.assigned', { person: '<b>О’Нил & Ко</b>' })).toBe(
			'Наложена резолюция. Исполнитель: <b>О’Нил & Ко</b>'
		);
		expect(kk('signIn.device', { n: '00012' })).toBe('Құрылғы: 00012');
		expect(kk('story.assigned', { person: '{{n}} $t(frame.menu.work)' })).toContain('$t(frame.menu.work)');
	});

	it('W11 a key made at run time ignores values it has no place for and marks those it lacks', () => {
		expect(translateLoosely('kk', 'refusals.reasonMissing', { step: 'x' })).toBe(
			'Себебі көрсетілмеген. Қысқаша жазыңыз.'
		);
		expect(translateLoosely('ru', 'refusals.wrongBody')).toContain('другого органа: –');
		expect(isMessageKey('refusals.wrongBody', 'ru')).toBe(true);
		expect(['refusals', 'refusals.noSuchCode', ''].some((key) => isMessageKey(key, 'kk'))).toBe(false);
	});
});
