import { type BadgeDigits } from '#lib/domain/number/badge.ts';
import { type FieldKind } from './field-kind.ts';
import { judgeBurst } from './judge-burst.ts';
import { digitByPlace, type Stroke } from './layouts.ts';
import { type WedgeOptions } from './wedge.ts';
import { meaningOf, type WedgeKey } from './wedge-keys.ts';

/** Keys that came one after another more slowly than this device takes from a scanner. */
export type SlowState = {
	readonly strokes: readonly Stroke[];
	readonly lastMs: number;
	readonly fastestGapMs: number;
	readonly slowestGapMs: number;
	readonly where: FieldKind;
} | null;

/**
 * Digits that no screen takes, for they came too slowly; `restore`: they fell into a field where no number belongs. `badge`: they are a
 * person's badge, whole or not, and no text repeats them.
 */
export type SlowDigits = {
	readonly text: string;
	readonly slowestGapMs: number;
	readonly restore: boolean;
	readonly badge?: { readonly digits: BadgeDigits | null };
};

/** The slowest scanner, and a person who types a number with nothing to type into. */
export const SLOW_MS = 1000;
/** A machine keeps its pace; Bluetooth shakes it by its interval. */
const PACE_MS = 60;
const SLOWEST_MACHINE_MS = 250;
const LEAST_DIGITS = 10;

/** Takes one key in; gives what ended with it. Keys in a field of numbers are a person's, unless they are those of a badge. */
export function pressSlow(
	state: SlowState,
	key: WedgeKey,
	where: FieldKind,
	options: WedgeOptions
): { state: SlowState; slow: SlowDigits | null } {
	if (key.repeat || key.isComposing) return { state, slow: null };
	const meaning = meaningOf(key);
	if (meaning.type === 'modifier') return { state, slow: null };
	const gap = state ? key.timeMs - state.lastMs : 0;
	const goesOn = state !== null && gap <= SLOW_MS && state.where === where;
	if (meaning.type !== 'character')
		return { state: null, slow: goesOn && meaning.type === 'end' ? slowOf(state, options) : null };
	if (goesOn) {
		const fastestGapMs = Math.min(state.fastestGapMs, gap);
		const slowestGapMs = Math.max(state.slowestGapMs, gap);
		const strokes = [...state.strokes, meaning.stroke];
		return { state: { strokes, lastMs: key.timeMs, fastestGapMs, slowestGapMs, where }, slow: null };
	}
	const begun = { strokes: [meaning.stroke], lastMs: key.timeMs, fastestGapMs: Infinity, slowestGapMs: 0, where };
	return { state: begun, slow: slowOf(state, options) };
}

/** Nothing came for `SLOW_MS`, or an end key did: what the keys were, if a scanner was too slow. */
export function slowOf(state: SlowState, options: WedgeOptions): SlowDigits | null {
	if (state === null || state.slowestGapMs <= options.gapMs) return null;
	const { strokes, slowestGapMs, fastestGapMs, where } = state;
	const judged = judgeBurst(strokes, options);
	if (judged.kind === 'badge')
		return { text: '', slowestGapMs, restore: where !== 'nowhere', badge: { digits: judged.digits } };
	if (where === 'number' || where === 'ours') return null;
	const text = judged.text;
	if (where === 'nowhere') {
		const digits = strokes.filter(isDigit).length;
		const isCode = judged.kind === 'scan' || (digits >= LEAST_DIGITS && digits * 2 > strokes.length);
		return isCode ? { text, slowestGapMs, restore: false } : null;
	}
	// Where a person may be writing, only a whole number is none: at a machine's pace, or as letters that nobody would go on with.
	const byMachine = slowestGapMs <= SLOWEST_MACHINE_MS && slowestGapMs - fastestGapMs <= PACE_MS;
	const isScanner = asLetters(strokes) || (where === 'text' && byMachine);
	return judged.kind === 'scan' && isScanner ? { text, slowestGapMs, restore: true } : null;
}

/** The Kazakh layout writes letters for the digit keys. */
function asLetters(strokes: readonly Stroke[]): boolean {
	const digits = strokes.filter((stroke) => digitByPlace(stroke) !== undefined);
	return digits.length > 0 && digits.every(({ key }) => key !== '' && !/^\d$/.test(key));
}

const isDigit = (stroke: Stroke) => digitByPlace(stroke) !== undefined || /^\d$/.test(stroke.key);
