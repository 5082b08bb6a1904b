/** The nine letters that a Russian layout does not have, in alphabetical order. */
export const KAZAKH_LETTERS = ['ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і'] as const;

/**
 * AltGr on a Russian layout, by the place of the key: each letter lies on its look-alike, as in the common combined layout
 * (а г к н о у й х и).
 */
const BY_KEY: Readonly<Record<string, (typeof KAZAKH_LETTERS)[number]>> = {
	KeyF: 'ә',
	KeyU: 'ғ',
	KeyR: 'қ',
	KeyY: 'ң',
	KeyJ: 'ө',
	KeyE: 'ұ',
	KeyQ: 'ү',
	BracketLeft: 'һ',
	KeyB: 'і'
};

/** The Kazakh letter that a key gives with AltGr; undefined for every other key. */
export function kazakhLetterOf(key: { code: string; altGraph: boolean; shiftKey: boolean }): string | undefined {
	const letter = key.altGraph ? BY_KEY[key.code] : undefined;
	return letter && key.shiftKey ? letter.toUpperCase() : letter;
}
