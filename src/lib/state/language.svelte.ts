import { createTranslator, translateLoosely, type Translator, isMessageKey } from '$lib/i18n/translate';
import { htmlLang, type Lang, langCookie, parseLang } from '$lib/i18n/language';
import { type MessageKey } from '$lib/i18n/message-key';

type Params = Readonly<Record<string, string | number>>;

/** The language of the screen: Kazakh first, kept on the device, the same for every screen. */
class Language {
	lang = $state<Lang>(parseLang(globalThis.localStorage?.getItem(langCookie)));
	readonly t: Translator = $derived(createTranslator(this.lang));

	choose(lang: Lang): void {
		this.lang = lang;
		localStorage.setItem(langCookie, lang);
		document.documentElement.lang = htmlLang[lang];
	}

	/** A text in both languages: the one of the screen. */
	pick = (words: { kk: string; ru: string }): string => words[this.lang];

	/** A key made at run time, such as `refusals.${code}`; the fallback key where the messages have none. */
	loose = (key: string, params: Params = {}, fallback: MessageKey = 'refusals.notAllowedNow'): string =>
		translateLoosely(this.lang, isMessageKey(key) ? key : fallback, params);
}

export const language = new Language();
