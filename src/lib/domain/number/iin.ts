import { parsePlainDate, type PlainDate } from '../time/plain-date.ts';

/** An individual identification number (ЖСН) whose date, century digit and check digit are right. */
type Iin = string & { readonly __iin: true };

export type Sex = 'male' | 'female';

type ParsedIin =
	| { ok: true; iin: Iin; birthDate: PlainDate; sex: Sex }
	| { ok: false; reason: 'length'; count: number }
	| { ok: false; reason: 'notDigits' | 'century' | 'date' }
	/** Digits of a possible person with a wrong check digit: may be taken as "document seen". */
	| { ok: false; reason: 'check'; birthDate: PlainDate; sex: Sex }
	/** Both passes of the check give 10: such a number was never issued. */
	| { ok: false; reason: 'unusable' };

const LENGTH = 12;
const FIRST_PASS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const SECOND_PASS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2] as const;

/**
 * Reads an IIN: YYMMDD, century and sex (1–6), serial 4, check 1; spaces are tolerated. Source: resolution of 11.06.2003 № 565. The
 * day is checked too, because a BIN (day 40–63) can have a right check digit. A right check digit is no proof of identity: an error
 * in the 11th digit is mostly undetected, so show `birthDate` and `sex` to the person at the window.
 */
export function parseIin(text: string): ParsedIin {
	const compact = text.replace(/\s/gu, '');
	if (!/^[0-9]*$/.test(compact)) return { ok: false, reason: 'notDigits' };
	if (compact.length !== LENGTH) return { ok: false, reason: 'length', count: compact.length };
	const digits = Array.from(compact, Number);
	const centuryDigit = digits[6] ?? 0;
	if (centuryDigit < 1 || centuryDigit > 6) return { ok: false, reason: 'century' };
	const century = 18 + Math.floor((centuryDigit - 1) / 2);
	const birthDate = parsePlainDate(`${century}${compact.slice(0, 2)}-${compact.slice(2, 4)}-${compact.slice(4, 6)}`);
	if (birthDate === undefined) return { ok: false, reason: 'date' };
	const sex = centuryDigit % 2 === 1 ? 'male' : 'female';
	const expected = checkDigitOf(digits);
	if (expected === undefined) return { ok: false, reason: 'unusable' };
	if (expected !== digits[11]) return { ok: false, reason: 'check', birthDate, sex };
	return { ok: true, iin: compact as Iin, birthDate, sex };
}

/** For screens that others can see: the last four digits only, `•••• •••• 0017` with no-break spaces. */
export function maskIin(iin: string): string {
	return `••••\u00a0••••\u00a0${iin.replace(/\s/gu, '').slice(-4)}`;
}

/** The 12th digit for the first eleven, or undefined if no such number is ever issued. */
function checkDigitOf(digits: readonly number[]): number | undefined {
	const first = weighted(digits, FIRST_PASS);
	if (first !== 10) return first;
	const second = weighted(digits, SECOND_PASS);
	return second === 10 ? undefined : second;
}

function weighted(digits: readonly number[], weights: readonly number[]): number {
	return weights.reduce((sum, weight, place) => sum + weight * (digits[place] ?? 0), 0) % 11;
}
