import { type Bilingual } from '#lib/domain/documents/paper-model.ts';
import { isMessageKey, translateLoosely } from '#lib/i18n/translate.ts';
import { type MessageKey } from '#lib/i18n/message-key.ts';

/** A key made at run time in both languages, for papers; a dash where the messages have none. Ask for `language.both()` before. */
export function inBoth(key: string, params: Readonly<Record<string, string | number>> = {}): Bilingual {
	const known: MessageKey = isMessageKey(key, 'kk') ? key : 'common.none';
	return { kk: translateLoosely('kk', known, params), ru: translateLoosely('ru', known, params) };
}
