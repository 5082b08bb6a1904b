import { sha256Hex } from '../fact/hash.ts';
import { checkDigitsOf, type Digits, hasValidCheck } from './mod-97.ts';

/** What the QR of a person's card says: 40 digits, which are a secret. */
export type BadgeDigits = string & { readonly __badge: true };

/**
 * Digits only, because a wedge scanner types letters by the layout of the moment. No paper's number (1, 2, 8, 9) and no one-time code
 * (7) begins like it, so that a card that was read in part is none of them either.
 */
const PREFIX = '6020';
/** 112 bits: nobody tries them out, whatever it costs to open what the card opens. */
export const BADGE_RANDOM_DIGITS = 34;
/** Wherever it begins: what a scanner sends first may end with a digit. */
const WHOLE = new RegExp(`(?=(${PREFIX}\\d{${BADGE_RANDOM_DIGITS + 2}}))`, 'gu');
/** So many digits after the prefix are of a card, whole or not: no code that people scan at a window is as long. */
const PARTLY = new RegExp(`^(?:\\][A-Z]\\d|\\D{0,12})${PREFIX}\\d{20,}`, 'iu');

/** @param random `BADGE_RANDOM_DIGITS` decimal digits */
export function badgeDigitsOf(random: string): BadgeDigits {
	if (random.length !== BADGE_RANDOM_DIGITS || !/^\d+$/.test(random)) throw new RangeError('Not the digits of a badge');
	const body = `${PREFIX}${random}` as Digits;
	return `${body}${checkDigitsOf(body)}` as BadgeDigits;
}

/** `damaged`: surely a card, and not all of it was read rightly. */
type BadgeRead = { ok: true; digits: BadgeDigits } | { ok: false; reason: 'damaged' };

/** What a scanned or pasted text says of a card, whatever a scanner put around it; null for every other code. */
export function readBadge(text: string): BadgeRead | null {
	const compact = text.replace(/\s/gu, '');
	const whole = Array.from(compact.matchAll(WHOLE), ([, digits]) => digits as Digits).find(hasValidCheck);
	if (whole !== undefined) return { ok: true, digits: whole as string as BadgeDigits };
	return PARTLY.test(compact) ? { ok: false, reason: 'damaged' } : null;
}

const BEGUN = new RegExp(`^(?:\\][A-Z]\\d|\\D{0,4})${PREFIX}\\d{4}`, 'iu');

/** Whether a text begins as what a scanner sends of a card does. */
export const isBadgeBegun = (text: string): boolean => BEGUN.test(text);

/** The name of a card, which tells nothing of its digits: facts, lists and other people may know it. */
export const badgeIdOf = (digits: BadgeDigits): string => sha256Hex(`tereze/badge/1 ${digits}`).slice(0, 32);
