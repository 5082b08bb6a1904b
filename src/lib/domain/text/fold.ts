import { withoutOldLetters } from './old-letters.ts';
import { withPlainSigns } from './plain-signs.ts';

const pairs = (from: string, to: string): [string, string][] => {
	const letters = [...to];
	return [...from].map((letter, place) => [letter, letters[place]!]);
};

/**
 * Letters of other alphabets and the Cyrillic ones that look the same, case by case: «H» looks like «Н» but «h» like «һ». The
 * resolution itself writes «мемлекеттiк» with a Latin i. Of two readings the likelier one stands here, see `SECOND_READINGS`.
 */
const LOOK_ALIKES = new Map<string, string>([
	...pairs('aceopxykihəǝɵëķɣ', 'асеорхукіһәәөёқү'),
	...pairs('ABCEHIKMOPTXYƏƎƟËĶƔ', 'АВСЕНІКМОРТХУӘӘӨЁҚҮ'),
	...pairs('αορχκιθγ', 'аорхкіөү'),
	...pairs('ΑΒΕΗΙΚΜΟΡΤΥΧΘΓΠΦΛ', 'АВЕНІКМОРТУХӨГПФЛ')
]);
/** Capitals that are read in two ways: «YМІТ» is «ҮМІТ», «YМАРОВ» is «УМАРОВ»; «H» is «Н», and the capital of «h», «Һ». */
const SECOND_READINGS = new Map<string, string>(pairs('YΥHΗ', 'ҮҮҺҺ'));
/** The way back, for a Latin word with a Cyrillic letter in it. */
const LATIN_LOOK_ALIKES = new Map<string, string>([
	...pairs('асеорхукіһәёөүқ', 'aceopxykihəëɵɣķ'),
	...pairs('АВСЕНІКМОРТХУҮҺӘЁӨҚ', 'ABCEHIKMOPTXYYHƏËƟĶ')
]);

/** What stands on a Russian keyboard for a Kazakh letter. */
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
 * Puts Cyrillic letters in the place of look-alikes inside words that hold a Cyrillic letter, or Latin ones where the word has
 * letters that only Latin has; words of Latin letters only (a foreign name in a passport) stay as they are. Case is kept.
 * @param reading of a capital that is read in two ways
 */
export function withoutLatinLookAlikes(text: string, reading: 'likely' | 'other' = 'likely'): string {
	return text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, (word) => {
		if (!/\p{Script=Cyrillic}/u.test(word)) return word;
		return latinWord(word) ?? asCyrillic(word, reading);
	});
}

/** A word in Cyrillic letters, as far as they look like its own. */
export function asCyrillic(word: string, reading: 'likely' | 'other' = 'likely'): string {
	const second = (letter: string) => (reading === 'other' ? SECOND_READINGS.get(letter) : undefined);
	return [...word].map((letter) => second(letter) ?? LOOK_ALIKES.get(letter) ?? letter).join('');
}

/** A word that has Latin letters without any likeness, and no Cyrillic ones without: it is a Latin word. */
function latinWord(word: string): string | undefined {
	if (!/\p{Script=Latin}/u.test(asCyrillic(word))) return undefined;
	const latin = [...word].map((letter) => LATIN_LOOK_ALIKES.get(letter) ?? letter).join('');
	return /\p{Script=Cyrillic}/u.test(latin) ? undefined : latin;
}

/**
 * The key by which texts are searched: plain signs, lower case, ё as е, look-alikes as Cyrillic, letters of old fonts as what they
 * showed. Never shown and never printed: documents keep the typed form.
 */
export function fold(text: string): string {
	// Never a locale here: Turkish rules would make «І» and «I» into other letters.
	return withoutOldLetters(withoutLatinLookAlikes(withPlainSigns(text)))
		.toLowerCase()
		.replaceAll('ё', 'е');
}

/**
 * A coarser key: Kazakh letters as they are typed on a Russian layout, so that «Оспанов Кайрат» finds «Оспанов Қайрат».
 * Hits by this key alone are told as similar, not as equal.
 */
export function foldLoosely(text: string): string {
	return fold(text).replace(/[әғқңөұүһі]/gu, (letter) => TYPED_ON_RUSSIAN_LAYOUT[letter]!);
}
