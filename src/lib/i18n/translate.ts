import i18next, { type i18n } from 'i18next';
import { langs, type Lang } from '#lib/domain/text/lang.ts';
import { formatNumber } from './format-number.ts';
import { type MessageKey, type MessageParams, type Messages, type MessageValue } from './message-key.ts';

/** Gives the text of a key in one language; the placeholders of the key are its second argument, checked by type. */
export type Translator = <Key extends MessageKey>(key: Key, ...params: MessageParams<Key>) => string;

const engine: i18n = i18next.createInstance();

// `init` is done before it returns; the messages of a language come with `loadMessages`.
void engine.init({
	initAsync: false,
	resources: {},
	lng: 'kk',
	// No fallback: a key that is missing in one language is a bug of ours and fails test W12.
	fallbackLng: false,
	supportedLngs: [...langs],
	nsSeparator: false,
	interpolation: { escapeValue: false },
	missingInterpolationHandler: () => '–'
});

/** The shape of the other language is the same (test W12), the words are not. */
type Tree = Record<keyof Messages, unknown>;

const LOADERS: Record<Lang, () => Promise<Tree>> = {
	kk: async () => (await import('./messages-kk.ts')).messagesKk,
	ru: async () => (await import('./messages-ru.ts')).messagesRu
};

/**
 * Brings the messages of a language; the translator speaks it afterwards. A person reads one language, and a slow machine
 * feels every text that it parses in vain.
 * @throws where the file cannot be had: without a line, before the service worker has kept it
 */
export async function loadMessages(lang: Lang): Promise<void> {
	if (engine.hasResourceBundle(lang, 'translation')) return;
	engine.addResourceBundle(lang, 'translation', await LOADERS[lang]());
}

/** The translator of a language whose messages are loaded. */
export function createTranslator(lang: Lang): Translator {
	return (key, ...params) => translateLoosely(lang, key, params[0]);
}

/**
 * For keys made at run time (`refusals.${code}`), whose placeholders no type can name: values that the message does
 * not use are ignored, a value that is missing shows as «–».
 */
export function translateLoosely(
	lang: Lang,
	key: MessageKey,
	params: Readonly<Record<string, MessageValue>> = {}
): string {
	const values = Object.entries(params).map(([name, value]) => [
		name,
		typeof value === 'number' ? formatNumber(value) : value
	]);
	return engine.t(key, { ...Object.fromEntries(values), lng: lang }) as string;
}

/** Whether a string is a key of the messages: for codes that come from another part, such as a refusal of `decide`. */
export function isMessageKey(key: string, lang: Lang): key is MessageKey {
	return typeof engine.getResource(lang, 'translation', key) === 'string';
}
