/**
 * Letters of other alphabets that eight-bit fonts drew as Kazakh ones: «Ќайрат» was printed as «Қайрат». The second reading is that
 * of the code page KZ-1048, where it differs. Lower case; capitals follow.
 */
const OLD_LETTERS: Readonly<Record<string, readonly [likely: string, other?: string]>> = {
	ќ: ['қ'],
	ѓ: ['ғ'],
	њ: ['ң'],
	џ: ['ұ'],
	ў: ['ұ'],
	ї: ['ү'],
	є: ['ә', 'ғ'],
	ґ: ['ө'],
	ћ: ['һ'],
	ѕ: ['ң'],
	ј: ['ә']
};
const ANY_OLD = new RegExp(`[${Object.keys(OLD_LETTERS).join('')}]`, 'giu');

/** The text as displayed by the old font. Ukrainian, Belarusian and Serbian names have such letters too: the user is asked. */
export function withoutOldLetters(text: string, reading: 'likely' | 'other' = 'likely'): string {
	return text.replace(ANY_OLD, (letter) => {
		const lower = letter.toLowerCase();
		const [likely, other] = OLD_LETTERS[lower] ?? [lower];
		const read = reading === 'other' ? (other ?? likely) : likely;
		return letter === lower ? read : read.toUpperCase();
	});
}
