import {
	createTranslator,
	isMessageKey,
	loadMessages,
	translateLoosely,
	type Translator
} from '#lib/i18n/translate.ts';
import { htmlLang, type Lang, langCookie, parseLang } from '#lib/i18n/language.ts';
import { langs } from '#lib/domain/text/lang.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';

type Params = Readonly<Record<string, string | number>>;

/** The language of the screen: Kazakh first, kept on the device, the same for every screen. */
class Language {
	lang = $state<Lang>(parseLang(globalThis.localStorage?.getItem(langCookie)));
	readonly t: Translator = $derived(createTranslator(this.lang));

	/** Fulfilled when the words of the screen's language are there: nothing is drawn before. */
	readonly ready: Promise<void> = loadMessages(this.lang);

	/** Both languages are there: papers and kinds of documents are written in both. */
	bothReady = $state(false);

	/** Brings the other language too; asked for when the screen stands and has nothing better to do. */
	both = async (): Promise<void> => {
		await Promise.all(langs.map(loadMessages));
		this.bothReady = true;
	};

	/** Changes the language of all screens; where its words cannot be had now, the old one stays. */
	async choose(lang: Lang): Promise<void> {
		try {
			await loadMessages(lang);
		} catch {
			return;
		}
		this.lang = lang;
		localStorage.setItem(langCookie, lang);
		document.documentElement.lang = htmlLang[lang];
	}

	/** A text in both languages: the one of the screen. */
	pick = (words: { kk: string; ru: string }): string => words[this.lang];

	/** A text that may be in both languages, or as somebody typed it. */
	inWords = (words: string | { kk: string; ru: string }): string =>
		typeof words === 'string' ? words : this.pick(words);

	/** A key made at run time, such as `refusals.${code}`; the fallback key where the messages have none. */
	loose = (key: string, params: Params = {}, fallback: MessageKey = 'refusals.notAllowedNow'): string =>
		translateLoosely(this.lang, isMessageKey(key, this.lang) ? key : fallback, params);
}

export const language = new Language();
