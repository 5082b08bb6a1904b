import { asCyrillic, fold, foldLoosely } from '../text/fold.ts';
import { withPlainSigns } from '../text/plain-signs.ts';

/** «Марат ұлы» and «Маратұлы» are one word: documents have both spellings. */
const PATRONYMIC_GAP =
	/(?<=\p{L}{2})[ -](?=(?:ұлы|улы|қызы|кызы|оғлы|оглы|гызы|uly|ūly|kyzy|qyzy|ogly|oğlu)(?!\p{L}))/giu;
/** The shortest telephone number: that of a village exchange. */
const FEWEST_PHONE_DIGITS = 5;
const FEWEST_DOCUMENT_SIGNS = 4;

/** The last digits of a number come first in its key: people read a label from its end. */
export const backwards = (digits: string): string => [...digits].reverse().join('');

/** The words of a name, as stored or as searched for: without apostrophes, dots or commas. */
export function wordsOfName(name: string): string[] {
	const words = withPlainSigns(name).replaceAll('’', '').replace(PATRONYMIC_GAP, '');
	const hasCyrillic = /\p{Script=Cyrillic}/u.test(words);
	return words
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.filter(Boolean)
		.map((word) => (hasCyrillic ? asSeen(word) : word));
}

/** The words of a name as search keys: exact Kazakh letters and as typed on a Russian layout. */
export function nameWords(name: string): string[] {
	return [...new Set(wordsOfName(name).flatMap((word) => [foldLoosely(word), fold(word)]))];
}

/** A Latin word of look-alikes only is read as Cyrillic beside Cyrillic ones: «Оспанов K.». */
function asSeen(word: string): string {
	const cyrillic = asCyrillic(word);
	return /\p{Script=Latin}/u.test(cyrillic) ? word : cyrillic;
}

/** The key of a telephone: its digits without the country's 7 or 8, from the end, because people know the last ones. */
export function phoneKey(text: string): string | null {
	const digits = text.replace(/\D/gu, '');
	if (digits.length < FEWEST_PHONE_DIGITS) return null;
	const national = digits.length === 11 && /^[78]/.test(digits) ? digits.slice(1) : digits;
	return `tel:${backwards(national)}`;
}

/** The keys of all telephones in a field: some contain two. */
export const phoneKeys = (text: string): string[] =>
	text.split(/[,;/\n]|\s(?:и|және)\s/iu).flatMap((one) => phoneKey(one) ?? []);

/** The key of a document's number, in whichever alphabet its letters were typed; null where it is too short for a search. */
export function documentKey(number: string): string | null {
	const upper = withPlainSigns(number).toUpperCase().replaceAll('N', 'Н');
	const signs = asCyrillic(upper)
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
	return signs.length >= FEWEST_DOCUMENT_SIGNS && /\d/.test(signs) ? `doc:${signs}` : null;
}

/** The keys of a document: its number, and its digits only, because the letters before them are often omitted. */
export function documentKeys(number: string): string[] {
	return [...new Set([documentKey(number), documentKey(number.replace(/\D/gu, ''))])].filter((key) => key !== null);
}
