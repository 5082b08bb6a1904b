import { expect, it } from 'vitest';
import { otherLang } from '#lib/domain/text/lang.ts';
import { parseLang } from './language.ts';

it('W10 Kazakh is shown unless the person has chosen Russian', () => {
	expect([parseLang('ru'), parseLang('kk')]).toEqual(['ru', 'kk']);
	expect([parseLang('en'), parseLang(undefined), parseLang(null)]).toEqual(['kk', 'kk', 'kk']);
	expect([otherLang('kk'), otherLang('ru')]).toEqual(['ru', 'kk']);
});
