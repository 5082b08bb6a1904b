import { parsePlainDate, type PlainDate } from '../time/plain-date.ts';

/** What a new PIN may have; older ones of four or five digits still unlock. */
export const NEW_PIN_DIGITS = { least: 6, most: 12 } as const;

/** Why typed digits will not do as a new PIN. Each has its own sentence on the screen. */
export type PinRefusal =
	'notDigits' | 'tooShort' | 'tooLong' | 'allSame' | 'run' | 'repeated' | 'birthDate' | 'staffNumber';

/** The oldest person who may work here. */
const FIRST_BIRTH = '1920-01-01';
const FEWEST_KINDS = 3;

/**
 * Judges the digits that somebody has chosen, by what is guessed first: one digit, walks along the keys, short parts said again, dates
 * of birth, the staff number that everybody at the office knows. Of a million PINs of six digits about 67,000 are refused, nearly all
 * of them dates.
 * @param number the person's staff number
 * @param today of the org's clock: a later date is nobody's birth
 * @returns the first reason against it, or null
 */
export function pinRefusalOf(pin: string, { number, today }: { number: string; today: PlainDate }): PinRefusal | null {
	if (!/^\d*$/.test(pin)) return 'notDigits';
	if (pin.length < NEW_PIN_DIGITS.least) return 'tooShort';
	if (pin.length > NEW_PIN_DIGITS.most) return 'tooLong';
	if (new Set(pin).size === 1) return 'allSame';
	if (isRun(pin)) return 'run';
	if (isStaffNumber(pin, number)) return 'staffNumber';
	if (isRepeated(pin)) return 'repeated';
	if (isBirthDate(pin, today)) return 'birthDate';
	return null;
}

/**
 * Every digit is the one before or its neighbour: 123456, 654321, 789012, and also 111222, 112233, 123321, which are the same walk along
 * the keys with pauses and a way back.
 */
function isRun(pin: string): boolean {
	return [...pin].every((digit, at) => {
		if (at === 0) return true;
		const step = (Number(digit) - Number(pin[at - 1]) + 10) % 10;
		return step <= 1 || step === 9;
	});
}

/** A shorter part said again (258258, 1472 1472), or fewer than three different digits (772277). */
function isRepeated(pin: string): boolean {
	if (new Set(pin).size < FEWEST_KINDS) return true;
	for (let part = 2; part <= pin.length / 2; part += 1)
		if (pin === pin.slice(0, part).repeat(pin.length).slice(0, pin.length)) return true;
	return false;
}

/** The own number as it is, said again until the PIN is full, or filled up with zeros at one end. */
function isStaffNumber(pin: string, number: string): boolean {
	if (!/^\d+$/.test(number)) return false;
	const again = number.repeat(pin.length).slice(0, pin.length);
	const filled = [number.padStart(pin.length, '0'), number.padEnd(pin.length, '0')];
	return pin === again || filled.includes(pin);
}

/** A day from 1920 to today as people write it: DDMMYY, YYMMDD, DDMMYYYY, YYYYMMDD. The server knows nobody's, so all are refused. */
function isBirthDate(pin: string, today: PlainDate): boolean {
	const [a, b, c, d] = pin.match(/../g) ?? [];
	const dates =
		pin.length === 6
			? ['19', '20'].flatMap((century) => [`${century}${c}-${b}-${a}`, `${century}${a}-${b}-${c}`])
			: pin.length === 8
				? [`${c}${d}-${b}-${a}`, `${a}${b}-${c}-${d}`]
				: [];
	return dates.some((date) => parsePlainDate(date) !== undefined && FIRST_BIRTH <= date && date <= today);
}
