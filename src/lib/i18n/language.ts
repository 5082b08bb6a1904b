import { isLang, type Lang } from '#lib/domain/text/lang.ts';

export type { Lang };

/** Kazakh, unless the person has chosen otherwise: the state language comes first. */
const defaultLang: Lang = 'kk';

/** Name of the cookie (and of the stored setting) that remembers the choice. */
export const langCookie = 'lang';

/** The language of an untrusted value; the default one for anything else. */
export function parseLang(value: unknown): Lang {
	return isLang(value) ? value : defaultLang;
}

/** What stands in the `lang` attribute of the document and of parts in the other language. */
export const htmlLang: Readonly<Record<Lang, string>> = { kk: 'kk', ru: 'ru' };
