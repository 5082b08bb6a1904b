/** The keys of ЙЦУКЕН, and what they type on a Latin keyboard; the Kazakh letters lie on the digits. */
const KEYS: Readonly<Record<string, string>> = Object.fromEntries(
	[
		['йцукенгшщзхъ', 'qwertyuiop[]'],
		['фывапролджэ', "asdfghjkl;'"],
		['ячсмитьбю', 'zxcvbnm,.'],
		['ё', '`'],
		['әіңғүұқөһ', '2345890-=']
	].flatMap(([from, to]) => [...from!].map((letter, at) => [letter, to![at]!]))
);

/** As names are written in passports and addresses. */
const LATIN: Readonly<Record<string, string>> = {
	...{
		а: 'a',
		ә: 'a',
		б: 'b',
		в: 'v',
		г: 'g',
		ғ: 'g',
		д: 'd',
		е: 'e',
		ё: 'e',
		ж: 'zh',
		з: 'z',
		и: 'i',
		й: 'i',
		і: 'i'
	},
	...{ к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u' },
	...{
		ү: 'u',
		ф: 'f',
		х: 'kh',
		һ: 'h',
		ц: 'ts',
		ч: 'ch',
		ш: 'sh',
		щ: 'sh',
		ъ: '',
		ы: 'y',
		ь: '',
		э: 'e',
		ю: 'yu',
		я: 'ya'
	}
};

const spell = (text: string, letters: Readonly<Record<string, string>>): string =>
	[...text.normalize('NFC').toLowerCase()].map((letter) => letters[letter] ?? letter).join('');

/** What the same keys type on a Latin layout: «пароль» is gfhjkm. */
export const onLatinKeys = (text: string): string => spell(text, KEYS);

/** A word in Latin letters: «терезе» is tereze. */
export const inLatin = (text: string): string => spell(text, LATIN);
