const range = (from: string, to: string): string[] => {
	const [first, last] = [from.codePointAt(0)!, to.codePointAt(0)!];
	return Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place));
};
/** Signs within the letter blocks that are not letters of names. */
const NO_NAME_LETTERS = new Set('ªº×÷ĸŉſĿŀ');

const LATIN = [
	...range('A', 'Z'),
	...range('a', 'z'),
	// Western and Central European, Turkish, Baltic.
	...range('À', 'ſ'),
	// Azerbaijani, Vietnamese and Romanian, and the tones of Chinese names in Latin letters.
	...'ƏəẞƠơƯưȘșȚț',
	...range('Ǎ', 'ǜ'),
	...range('Ạ', 'ỹ')
];
const CYRILLIC = [
	// Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian.
	...range('Ѐ', 'џ'),
	// Kazakh and the other languages of the former Union.
	...'ҐґҒғҖҗҘҙҚқҜҝҞҟҠҡҢңҤҥҪҫҮүҰұҲҳҶҷҸҹҺһҼҽҾҿӀӏ',
	...range('Ӑ', 'ӹ')
];

/** Every letter that a name may contain: a document's spelling in Cyrillic or Latin. The fonts of papers have all of them. */
export const NAME_LETTERS: readonly string[] = [...LATIN, ...CYRILLIC].filter((letter) => !NO_NAME_LETTERS.has(letter));

/** Besides letters: one sign of each kind, the spelling after `withPlainSigns`. */
export const NAME_SIGNS: readonly string[] = [' ', '-', '’', '.'];

const ALLOWED = new Set([...NAME_LETTERS, ...NAME_SIGNS]);

/** The signs that no name has or that cannot be printed, each once, as typed. */
export function strangeSigns(part: string): string[] {
	// With its accents: a letter and its mark are one sign to the user.
	const signs = part.match(/.\p{M}*/gsu) ?? [];
	return [...new Set(signs.filter((sign) => !ALLOWED.has(sign)))];
}

/** Letters of another alphabet than most of their word. */
export function mixedLetters(part: string): string[] {
	return part.split(/[^\p{L}]+/u).flatMap((word) => {
		const latin = [...word].filter((letter) => /\p{Script=Latin}/u.test(letter));
		const cyrillic = [...word].filter((letter) => /\p{Script=Cyrillic}/u.test(letter));
		return latin.length === 0 || cyrillic.length === 0 ? [] : latin.length <= cyrillic.length ? latin : cyrillic;
	});
}
