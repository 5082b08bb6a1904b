/** The two languages of every text: Kazakh (state language, always first) and Russian. */
export type Lang = 'kk' | 'ru';

/** Both languages in their order on screens and papers. */
export const langs = ['kk', 'ru'] as const satisfies readonly Lang[];

/** Whether an untrusted value (a cookie, a stored setting) names one of the two languages. */
export function isLang(value: unknown): value is Lang {
	return value === 'kk' || value === 'ru';
}

/** The other language. */
export function otherLang(lang: Lang): Lang {
	return lang === 'kk' ? 'ru' : 'kk';
}
