import i18next, { type i18n } from 'i18next';
import { langs, type Lang } from '../domain/text/lang';
import { formatNumber } from './format-number';
import { type MessageKey, type MessageParams, type MessageValue } from './message-key';
import { messagesKk } from './messages-kk';
import { messagesRu } from './messages-ru';

/** Gives the text of a key in one language; the placeholders of the key are its second argument, checked by type. */
export type Translator = <Key extends MessageKey>(key: Key, ...params: MessageParams<Key>) => string;

const engine: i18n = i18next.createInstance();

// Resources are in the bundle, so `init` is done before it returns: the server renders in the same tick.
void engine.init({
	initAsync: false,
	resources: { kk: { translation: messagesKk }, ru: { translation: messagesRu } },
	lng: 'kk',
	// No fallback: a key that is missing in one language is a bug of ours and fails test W1.
	fallbackLng: false,
	supportedLngs: [...langs],
	nsSeparator: false,
	interpolation: { escapeValue: false },
	missingInterpolationHandler: () => '–'
});

/** The translator of a language: pure, the same on the server and on the device. */
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
export function isMessageKey(key: string): key is MessageKey {
	return typeof engine.getResource('kk', 'translation', key) === 'string';
}
