/** Signs used as an apostrophe: quotes, primes, accents, modifier letters, the Armenian and Hebrew ones. */
const APOSTROPHES = /['`´‘’‚‛′‵ʹʻʼʽʾʿˈˊˋ՚׳‹›＇｀ꞌꞋ]/gu;
/** Signs used as a hyphen, including the minus and all dashes. */
const DASHES = /[‐‑‒–—―⁃−˗⁻₋➖﹘﹣－־⸺⸻]/gu;
/** Invisible signs: zero width ones, soft hyphen, byte order mark (which counts as a space elsewhere), directions. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** A stress mark over a Cyrillic letter, as printed in encyclopaedias: not part of the letter. */
const STRESS = /(?<=\p{Script=Cyrillic})[\u0300\u0301]/gu;

/**
 * One sign for all its look-alikes, whichever program the text was copied from: NFC, ’ for every apostrophe, - for every dash, one
 * space for every gap; invisible signs are dropped.
 */
export function withPlainSigns(text: string): string {
	return text
		.replace(INVISIBLE, '')
		.normalize('NFC')
		.replace(STRESS, '')
		.replace(APOSTROPHES, '’')
		.replace(DASHES, '-')
		.replace(/[\s\p{Cc}\p{Z}]+/gu, ' ')
		.trim();
}
