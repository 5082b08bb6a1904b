/** A text of decimal digits only. */
export type Digits = string & { readonly __digits: true };

/**
 * The two check digits of ISO 7064 MOD 97-10 for a text of digits.
 * The scheme finds every single wrong digit and every swap of two neighbours.
 */
export function checkDigitsOf(body: Digits): string {
	return String(98 - remainder(`${body}00`)).padStart(2, '0');
}

/**
 * Whether a text of digits ends with its own two check digits.
 * Compared, not taken modulo 97: 00 and 97, or 01 and 98, leave the same remainder, and a paper has one number only.
 */
export function hasValidCheck(text: Digits): boolean {
	return checkDigitsOf(text.slice(0, -2) as Digits) === text.slice(-2);
}

/** Nine digits at a time: 16 digits can exceed what a double holds exactly. */
function remainder(text: string): number {
	let rest = 0;
	for (let at = 0; at < text.length; at += 9) {
		const part = text.slice(at, at + 9);
		rest = (rest * 10 ** part.length + Number(part)) % 97;
	}
	return rest;
}
