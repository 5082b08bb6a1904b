import { withoutOldLetters } from './old-letters.ts';
import { withPlainSigns } from './plain-signs.ts';

const pairs = (from: string, to: string): [string, string][] => {
	const letters = [...to];
	return [...from].map((letter, place) => [letter, letters[place]!]);
};

/**
 * Letters of other alphabets and the Cyrillic ones that look the same, case by case: «H» looks like «Н» but «h» like «һ». The
 * resolution itself writes «мемлекеттiк» with a Latin i. Of two readings this is the likelier one, see `SECOND_READINGS`.
 */
const LOOK_ALIKES = new Map<string, string>([
	...pairs('aceopxykihəǝɵëķɣ', 'асеорхукіһәәөёқү'),
	...pairs('ABCEHIKMOPTXYƏƎƟËĶƔ', 'АВСЕНІКМОРТХУӘӘӨЁҚҮ'),
	...pairs('αορχκιθγ', 'аорхкіөү'),
	...pairs('ΑΒΕΗΙΚΜΟΡΤΥΧΘΓΠΦΛ', 'АВЕНІКМОРТУХӨГПФЛ')
]);
/** Capitals with two readings: «YМІТ» is «ҮМІТ», «YМАРОВ» is «УМАРОВ»; «H» is «Н», and the capital of «h», «Һ». */
const SECOND_READINGS = new Map<string, string>(pairs('YΥHΗ', 'ҮҮҺҺ'));
/** The inverse, for a Latin word with a Cyrillic letter in it. */
const LATIN_LOOK_ALIKES = new Map<string, string>([
	...pairs('асеорхукіһәёөүқ', 'aceopxykihəëɵɣķ'),
	...pairs('АВСЕНІКМОРТХУҮҺӘЁӨҚ', 'ABCEHIKMOPTXYYHƏËƟĶ')
]);

/** The letter typed on a Russian keyboard for a Kazakh one. */
const TYPED_ON_RUSSIAN_LAYOUT: Readonly<Record<string, string>> = {
	ә: 'а',
	ғ: 'г',
	қ: 'к',
	ң: 'н',
	ө: 'о',
	ұ: 'у',
	ү: 'у',
	һ: 'х',
	і: 'и'
};

/**
 * Replaces look-alikes by Cyrillic letters in words with a Cyrillic letter, or by Latin ones where the word has letters that only
 * Latin has; words of Latin letters only (a foreign name in a passport) stay as they are. Case is kept.
 * @param reading of a capital with two readings
 */
export function withoutLatinLookAlikes(text: string, reading: 'likely' | 'other' = 'likely'): string {
	return text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, (word) => {
		if (!/\p{Script=Cyrillic}/u.test(word)) return word;
		return latinWord(word) ?? asCyrillic(word, reading);
	});
}

/** A word with its look-alikes replaced by Cyrillic letters. */
export function asCyrillic(word: string, reading: 'likely' | 'other' = 'likely'): string {
	const second = (letter: string) => (reading === 'other' ? SECOND_READINGS.get(letter) : undefined);
	return [...word].map((letter) => second(letter) ?? LOOK_ALIKES.get(letter) ?? letter).join('');
}

/** The word in Latin letters, if it has Latin letters without a look-alike, and no such Cyrillic ones. */
function latinWord(word: string): string | undefined {
	if (!/\p{Script=Latin}/u.test(asCyrillic(word))) return undefined;
	const latin = [...word].map((letter) => LATIN_LOOK_ALIKES.get(letter) ?? letter).join('');
	return /\p{Script=Cyrillic}/u.test(latin) ? undefined : latin;
}

/**
 * The key by which texts are searched: plain signs, lower case, ё as е, look-alikes as Cyrillic, letters of old fonts as displayed.
 * Never shown and never printed: documents keep the typed form.
 */
export function fold(text: string): string {
	// Without a locale: Turkish rules would change «І» and «I».
	return withoutOldLetters(withoutLatinLookAlikes(withPlainSigns(text)))
		.toLowerCase()
		.replaceAll('ё', 'е');
}

/**
 * A coarser key: Kazakh letters as typed on a Russian layout, so that «Оспанов Кайрат» finds «Оспанов Қайрат». Hits by this key
 * only are shown as similar, not as equal.
 */
export function foldLoosely(text: string): string {
	return fold(text).replace(/[әғқңөұүһі]/gu, (letter) => TYPED_ON_RUSSIAN_LAYOUT[letter]!);
}
