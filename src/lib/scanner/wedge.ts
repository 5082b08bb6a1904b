import { type BadgeDigits } from '#lib/domain/number/badge.ts';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { type Affixes, beginsBadge, judgeBurst, type Judgement } from './judge-burst.ts';
import { type Stroke } from './layouts.ts';
import { type EndKey, meaningOf, type WedgeKey } from './wedge-keys.ts';

/**
 * What a burst of keys was, and what is to be done with the page it fell upon:
 * `swallow`, stop the Enter or Tab that ended it, or it presses a button; `restore`, take back what it typed into a field.
 */
export type WedgeOutcome =
	| { kind: 'scan'; text: string; number: PaperNumber; payload?: string; swallow: boolean; restore: boolean }
	/** As long as a number, or begun like our QR, but its digits are wrong. */
	| {
			kind: 'misread';
			text: string;
			reason: 'length' | 'notDigits' | 'check' | 'kind';
			swallow: boolean;
			restore: boolean;
	  }
	/** A person's badge, whole or not: never left in a field. */
	| { kind: 'badge'; text: ''; digits: BadgeDigits | null; swallow: boolean; restore: boolean }
	/** Some other code, such as an identity card's: what it typed stays. */
	| { kind: 'foreign'; text: string; swallow: boolean; restore: boolean };

export interface WedgeOptions extends Affixes {
	/** Longest gap between two keys of one scan, milliseconds: 50 for cables, up to 150 for Bluetooth. */
	readonly gapMs: number;
}

export const WEDGE_DEFAULTS: WedgeOptions = { gapMs: 50, prefix: '' };

/** The keys so far that came quickly one after another; null between bursts. */
export type WedgeState = {
	readonly strokes: readonly Stroke[];
	/** Digits typed so far while Alt is held; null when it is not. */
	readonly alt: string | null;
	readonly beganMs: number;
	readonly lastMs: number;
	readonly slowestGapMs: number;
} | null;

export interface Pressed {
	readonly state: WedgeState;
	readonly outcome: WedgeOutcome | null;
	/** The key began a burst of its own; `outcome` is that of the one before. */
	readonly began?: boolean;
	/** A key in the middle of a scan that would do something of its own in the browser, or would write a badge's secret. */
	readonly stop?: boolean;
}

/** No hand types this quickly for long, whatever gap is allowed to scanners. */
const MACHINE_GAP_MS = 50;
/** Shorter bursts of a machine's speed are two fingers falling together. */
const LEAST_FOREIGN_LENGTH = 6;

/** Milliseconds without a key after which a burst is over: 100, and always longer than a gap within it. */
export function silenceMs({ gapMs }: WedgeOptions): number {
	return Math.max(100, gapMs + 50);
}

/**
 * Takes one key-down in.
 * @returns the next state, and what the burst that this key ended was; `swallow` speaks of this very key
 */
export function pressKey(state: WedgeState, key: WedgeKey, options: WedgeOptions): Pressed {
	if (key.repeat || key.isComposing) return { state, outcome: null };
	const meaning = endsByName(key, options) ? ({ type: 'end', key: 'Enter' } as const) : meaningOf(key);
	const gap = state ? key.timeMs - state.lastMs : 0;
	switch (meaning.type) {
		case 'modifier':
			// A scanner's Shift or Alt takes its own time: the next character is as late as that.
			if (state === null || gap > options.gapMs) return { state, outcome: null };
			return { state: { ...later(meaning.isAlt ? sealed(state) : state, key, gap) }, outcome: null };
		case 'end': {
			// Some scanners rest before the suffix, so it may come as late as the silence; later it is a person's.
			const end = gap > silenceMs(options) ? null : meaning.key;
			return { state: null, outcome: outcomeOf(state, end, options) };
		}
		case 'other': {
			// Any key may be set as the suffix; Escape and shortcuts are a person's, who wants something else.
			const isPersons = key.code === 'Escape' || key.ctrl || key.alt || gap > silenceMs(options);
			const outcome = isPersons ? null : outcomeOf(state, 'Enter', options);
			return { state: null, outcome: outcome?.kind === 'scan' || outcome?.kind === 'badge' ? outcome : null };
		}
		case 'control': {
			if (state === null || gap > options.gapMs) return { state: null, outcome: outcomeOf(state, null, options) };
			const strokes = [...sealed(state).strokes, { code: '', key: '\u001d', shift: false }];
			const stop = strokes.length > LEAST_FOREIGN_LENGTH && gap <= MACHINE_GAP_MS;
			return { state: { ...later(state, key, gap), alt: null, strokes }, outcome: null, stop };
		}
		case 'altDigit':
		case 'character': {
			const added =
				meaning.type === 'altDigit' ? { strokes: [], alt: meaning.digit } : { strokes: [meaning.stroke], alt: null };
			if (state === null || gap > options.gapMs) {
				const begun = { ...added, beganMs: key.timeMs, lastMs: key.timeMs, slowestGapMs: 0 };
				return { state: begun, outcome: outcomeOf(state, null, options), began: true };
			}
			if (meaning.type === 'altDigit')
				return {
					state: { ...later(state, key, gap), alt: (state.alt ?? '') + meaning.digit },
					outcome: null,
					stop: gap <= MACHINE_GAP_MS
				};
			const strokes = [...sealed(state).strokes, meaning.stroke];
			const stop = beginsBadge(strokes);
			return { state: { ...later(state, key, gap), alt: null, strokes }, outcome: null, stop };
		}
	}
}

/** Ends a burst after `silenceMs` without a key: for scanners that send no suffix. */
export function endBySilence(state: WedgeState, options: WedgeOptions): Pressed {
	return { state: null, outcome: outcomeOf(state, null, options) };
}

/** All keys of a burst, a number that Alt still holds open too. */
export function strokesOf(state: WedgeState): readonly Stroke[] {
	return state === null ? [] : sealed(state).strokes;
}

function outcomeOf(state: WedgeState, end: EndKey | null, options: WedgeOptions): WedgeOutcome | null {
	if (state === null) return null;
	const strokes = strokesOf(state);
	if (strokes.length < LEAST_FOREIGN_LENGTH) return null;
	const { reading: _, ...judged }: Judgement & { reading: unknown } = judgeBurst(strokes, options);
	const swallow = end !== null;
	const byMachine = state.slowestGapMs <= MACHINE_GAP_MS;
	if (judged.kind === 'scan' || judged.kind === 'badge') return { ...judged, swallow, restore: true };
	// A slow burst may be a person typing a number: a wrong one is reported, and what was typed stays.
	if (judged.kind === 'misread') return { ...judged, swallow, restore: byMachine };
	if (!byMachine || judged.text.length < LEAST_FOREIGN_LENGTH) return null;
	return { ...judged, swallow: end === 'Enter', restore: false };
}

/** The key that this device has learned as the end of a scan, by its name. */
function endsByName({ code, key }: WedgeKey, { suffix = '' }: WedgeOptions): boolean {
	return suffix.length > 1 && (code || key) === suffix;
}

/** Alt was pressed anew, or another key came: the digits typed under it were one character. */
function sealed(state: NonNullable<WedgeState>): NonNullable<WedgeState> {
	if (state.alt === null) return state;
	const key = String.fromCharCode(Number(state.alt) % 256);
	return { ...state, alt: null, strokes: [...state.strokes, { code: '', key, shift: false }] };
}

function later(state: NonNullable<WedgeState>, { timeMs }: WedgeKey, gap: number): NonNullable<WedgeState> {
	return { ...state, lastMs: timeMs, slowestGapMs: Math.max(state.slowestGapMs, gap) };
}
