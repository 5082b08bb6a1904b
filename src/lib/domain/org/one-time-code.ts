import { checkDigitsOf, type Digits, hasValidCheck } from '../number/mod-97.ts';

/** A code that an administrator gives somebody who forgot their password: 16 digits, written in groups of four. */
export type OneTimeCode = string & { readonly __oneTimeCode: true };

/**
 * Digits, because letters would be typed by the Kazakh or Russian layout as others; 7, because no paper's number begins with it; two
 * check digits, so that a slip of the hand costs no attempt. The thirteen between them are 43 bits.
 */
const FIRST = '7';
const RANDOM_DIGITS = 13;
const LENGTH = FIRST.length + RANDOM_DIGITS + 2;

/** How many codes there are: the bound of the random number that one is made of. */
export const CODES = 10 ** RANDOM_DIGITS;

/**
 * The code of a random number.
 * @param random 0 … `CODES` − 1
 */
export function oneTimeCodeOf(random: number): OneTimeCode {
	const body = `${FIRST}${String(random).padStart(RANDOM_DIGITS, '0')}` as Digits;
	return `${body}${checkDigitsOf(body)}` as OneTimeCode;
}

/** The code in a typed text, with whatever spaces and dashes; null where it cannot be one. */
export function readOneTimeCode(text: string): OneTimeCode | null {
	const digits = text.replace(/[\s\p{Dash}]/gu, '');
	if (!/^[0-9]+$/.test(digits) || digits.length !== LENGTH || !digits.startsWith(FIRST)) return null;
	return hasValidCheck(digits as Digits) ? (digits as OneTimeCode) : null;
}

/** As it is shown and dictated: 7123-4567-8901-2345. */
export const formatOneTimeCode = (code: OneTimeCode): string => code.replace(/(\d{4})(?=\d)/g, '$1-');
