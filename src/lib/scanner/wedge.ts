import { type PaperNumber } from '$lib/domain/number/paper-number';
import { isQrText, readCode, withoutIdentifier } from './read-code';
import { type WedgeKey, meaningOf } from './wedge-keys';

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
	/** Some other code, such as an identity card's: what it typed stays. */
	| { kind: 'foreign'; text: string; swallow: boolean; restore: boolean };

export interface WedgeOptions {
	/** Longest gap between two keys of one scan, milliseconds: 50 for cables, up to 150 for Bluetooth. */
	readonly gapMs: number;
	/** Text that this scanner is set to send before each code; '' for none. */
	readonly prefix: string;
}

export const WEDGE_DEFAULTS: WedgeOptions = { gapMs: 50, prefix: '' };

/** The keys so far that came quickly one after another; null between bursts. */
export type WedgeState = { text: string; lastMs: number; slowestGapMs: number } | null;

/** No hand types this quickly for long, whatever gap is allowed to scanners. */
const MACHINE_GAP_MS = 50;
/** Shorter bursts of a machine's speed are two fingers falling together. */
const LEAST_FOREIGN_LENGTH = 6;
const NUMBER_LENGTH = 16;

/** Milliseconds without a key after which a burst is over: 100, and always longer than a gap within it. */
export function silenceMs({ gapMs }: WedgeOptions): number {
	return Math.max(100, gapMs + 50);
}

/**
 * Takes one key-down in.
 * @returns the next state, and what the burst that this key ended was; `swallow` speaks of this very key
 */
export function pressKey(
	state: WedgeState,
	key: WedgeKey,
	options: WedgeOptions
): { state: WedgeState; outcome: WedgeOutcome | null } {
	if (key.repeat || key.isComposing) return { state, outcome: null };
	const meaning = meaningOf(key);
	const gap = state ? key.timeMs - state.lastMs : 0;
	switch (meaning.type) {
		case 'modifier':
			return { state, outcome: null };
		case 'other':
			return { state: null, outcome: null };
		case 'end':
			// Some scanners rest before the suffix, so it may come as late as the silence; later it is a person's.
			if (gap > silenceMs(options)) return { state: null, outcome: outcomeOf(state, null, options) };
			return { state: null, outcome: outcomeOf(state, meaning.key, options) };
		case 'character': {
			const { character } = meaning;
			const begun: WedgeState = { text: character, lastMs: key.timeMs, slowestGapMs: 0 };
			if (state === null) return { state: begun, outcome: null };
			if (gap > options.gapMs) return { state: begun, outcome: outcomeOf(state, null, options) };
			const slowestGapMs = Math.max(state.slowestGapMs, gap);
			return { state: { text: state.text + character, lastMs: key.timeMs, slowestGapMs }, outcome: null };
		}
	}
}

/** Ends a burst after `silenceMs` without a key: for scanners that send no suffix. */
export function endBySilence(
	state: WedgeState,
	options: WedgeOptions
): { state: WedgeState; outcome: WedgeOutcome | null } {
	return { state: null, outcome: outcomeOf(state, null, options) };
}

function outcomeOf(state: WedgeState, end: 'Enter' | 'Tab' | null, options: WedgeOptions): WedgeOutcome | null {
	if (state === null) return null;
	const { slowestGapMs } = state;
	const text = bareCode(state.text, options);
	const swallow = end !== null;
	const byMachine = slowestGapMs <= MACHINE_GAP_MS;
	if (isQrText(text) || (/^\d+$/.test(text) && text.length === NUMBER_LENGTH)) {
		const read = readCode(text);
		if (read.ok) return { kind: 'scan', text, ...withoutOk(read), swallow, restore: true };
		// A slow burst may be a person typing a number: a wrong one is told, and what was typed stays.
		return { kind: 'misread', text, reason: read.reason, swallow, restore: byMachine };
	}
	if (!byMachine || text.length < LEAST_FOREIGN_LENGTH) return null;
	return { kind: 'foreign', text, swallow: end === 'Enter', restore: false };
}

/** Drops what a scanner was set to say first: its own prefix, a symbology identifier, letters and signs before digits. */
function bareCode(burst: string, { prefix }: WedgeOptions): string {
	const unprefixed = prefix !== '' && burst.startsWith(prefix) ? burst.slice(prefix.length) : burst;
	const code = withoutIdentifier(unprefixed);
	const ours = code.search(/TRZ1:/i);
	if (ours > 0) return code.slice(ours);
	return /^\D+(\d{16})$/.exec(code)?.[1] ?? code;
}

function withoutOk({ number, payload }: { number: PaperNumber; payload?: string }): {
	number: PaperNumber;
	payload?: string;
} {
	return payload === undefined ? { number } : { number, payload };
}
