import { type FieldKind, fieldKind } from './field-kind.ts';
import { fieldMemory } from './field-memory.ts';
import { SLOW_MS, type SlowDigits } from './slow-digits.ts';
import { slowWatch } from './slow-watch.ts';
import {
	WEDGE_DEFAULTS,
	type WedgeOptions,
	type WedgeOutcome,
	type WedgeState,
	endBySilence,
	pressKey,
	silenceMs
} from './wedge.ts';
import {
	insertedText,
	isPersons,
	isKeyboardEvent,
	isUnnamed,
	keyOfEvent,
	keysOfText,
	stopsInScan,
	swallow
} from './wedge-events.ts';
import { meaningOf, type WedgeKey } from './wedge-keys.ts';

/** Where a burst fell, and how long it took from its first key to its last. */
export type BurstPlace = {
	readonly where: FieldKind;
	readonly tookMs: number;
	/** Takes out of the field what a foreign code typed there. */
	readonly takeBack: () => void;
};

export interface WedgeListener {
	/** One call for each burst that a scanner made. @param at by `now` */
	readonly onScan: (outcome: WedgeOutcome, at: number, place: BurstPlace) => void;
	/** Digits that were too slow for a scan, and are no typing into a field of numbers. */
	readonly onSlow?: (slow: SlowDigits) => void;
	/** Each key, as the judge gets it: for *Test my scanner*. */
	readonly onPress?: (key: WedgeKey, where: FieldKind) => void;
	/** Whether the keys of this element are nobody's business: `isPasswordField`. */
	readonly isProtected: (target: EventTarget | null) => boolean;
	/** Milliseconds, for `at` only: gaps are measured by the events' own times, which a busy page does not shift. */
	readonly now: () => number;
	/** Calls `then` after a delay; returns how to call it off. */
	readonly setTimer: (then: () => void, delayMs: number) => () => void;
	/** Read anew for each key: the device may learn meanwhile. */
	readonly options?: WedgeOptions;
	/** Key-downs that came before anybody listened, in their order: read first. */
	readonly early?: readonly Event[];
}

const KEYS_FIRST_MS = 20;
/** A code that is not understood, or misread, is shown when no more of it can be on its way through a busy machine. */
const REST_WAIT_MS = 400;

/**
 * Listens for a keyboard-wedge scanner wherever the focus is, before any other listener of the page.
 * When a burst proves to be a scan, its Enter or Tab is stopped and the field it fell into gets its earlier value back.
 * @param target the window
 * @returns how to stop listening
 */
export function listenToWedge(target: EventTarget, listener: WedgeListener): () => void {
	const { onScan, onSlow, onPress, isProtected, now, setTimer, options = WEDGE_DEFAULTS, early = [] } = listener;
	const memory = fieldMemory();
	/** What a field held before a composition. */
	const composed = fieldMemory();
	const slow = slowWatch(options, (digits) => onSlow?.(digits));
	let state: WedgeState = null;
	let where: FieldKind = 'nowhere';
	let callOff: () => void = () => undefined;
	/** The burst that goes on was reported as foreign already, when it seemed to be over. */
	let toldForeign = false;
	/** When the last key of a scan was pressed whose Enter may still come, or a second end after the first, by the events' own times. */
	let endDueAfter: number | null = null;
	/** A key-down has been judged whose own text is still to come. */
	let textIsOfKey = false;
	let composingSince: number | null = null;
	let isComposed = false;

	function tell(outcome: WedgeOutcome | null, tookMs: number): void {
		if (outcome?.restore) takeBack();
		if (outcome !== null) slow.forget();
		if (outcome && !(toldForeign && outcome.kind === 'foreign')) onScan(outcome, now(), { where, tookMs, takeBack });
		toldForeign = false;
		memory.forget();
		// The first sign of a composition ends whatever came before it: that is no reason to forget how the field was.
		if (!isComposed) composed.forget();
	}

	function takeBack(): void {
		memory.restore();
		composed.restore();
	}

	function drop(): void {
		callOff();
		state = null;
		toldForeign = false;
		endDueAfter = null;
		memory.forget();
		composed.forget();
		slow.forget();
	}

	/** The Enter of a scan that was reported without it, for it was handed on late; or the line feed after a carriage return. */
	function isLateEnd(key: WedgeKey): boolean {
		const due = endDueAfter;
		const { type } = meaningOf(key);
		if (due === null || type === 'modifier') return false;
		const isEnd = type === 'end' && key.timeMs - due <= silenceMs(options);
		endDueAfter = isEnd ? key.timeMs : null;
		return isEnd;
	}

	function onKey(event: Event): void {
		if (!isKeyboardEvent(event)) return;
		const field = event.composedPath()[0] ?? event.target;
		textIsOfKey = !isUnnamed(event);
		if (isProtected(field) || event.metaKey) return drop();
		if (textIsOfKey) press(keyOfEvent(event), field, event);
	}

	/** Text of devices that send no keys for it; the text of keys that were judged is passed over. */
	function onText(event: Event): void {
		const text = insertedText(event);
		const isOfKey = textIsOfKey;
		textIsOfKey = false;
		const field = event.composedPath()[0] ?? event.target;
		if (text === null || isOfKey || isProtected(field) || isPersons(text)) return;
		for (const key of keysOfText(text, event.timeStamp, event.timeStamp)) press(key, field, event);
	}

	function onComposition(event: Event): void {
		const field = event.composedPath()[0] ?? event.target;
		if (isProtected(field)) return;
		if (event.type === 'compositionstart') {
			composingSince = event.timeStamp;
			composed.forget();
			return composed.remember(field);
		}
		const text = 'data' in event && typeof event.data === 'string' ? event.data : '';
		if (isPersons(text)) return;
		const since = composingSince ?? event.timeStamp;
		isComposed = true;
		for (const key of keysOfText(text, since, event.timeStamp)) press(key, field, event);
		isComposed = false;
	}

	function press(key: WedgeKey, field: EventTarget | null, event: Event): void {
		onPress?.(key, fieldKind(field));
		if (isLateEnd(key)) return swallow(event);
		const before = state;
		const pressed = pressKey(before, key, options);
		const wasSlow = slow.press(key, field);
		state = pressed.state;
		if (state === before) return;
		callOff();
		if (pressed.stop || (before && stopsInScan(key, fieldKind(field) !== 'nowhere', before.lastMs)))
			event.preventDefault();
		if (pressed.outcome?.swallow || (wasSlow && pressed.state === null)) swallow(event);
		if (pressed.outcome && state === null) endDueAfter = key.timeMs;
		// A burst is over when this key ended it or began another one.
		if (state === null || pressed.began) tell(pressed.outcome, before ? before.lastMs - before.beganMs : 0);
		if (state !== null) {
			if (pressed.began) where = fieldKind(field);
			memory.remember(field);
			callOff = setTimer(onTimer, silenceMs(options));
		}
	}

	/** On a busy page the timer can come due while keys still wait behind it: they get their turn before the silence is believed. */
	function onTimer(): void {
		callOff = setTimer(onSilence, KEYS_FIRST_MS);
	}

	/**
	 * A good number is reported: it is whole. Of anything else the rest may still be on its way through a busy machine, of our QR or of
	 * digits behind a sign, which look like a misread number before. Whether the next key belongs to it is judged by the times at which
	 * both were pressed, so the burst is kept until then.
	 */
	function onSilence(): void {
		const { outcome } = endBySilence(state, options);
		if (outcome === null) {
			callOff = setTimer(slow.silence, SLOW_MS);
			return;
		}
		const tookMs = state ? state.lastMs - state.beganMs : 0;
		if (outcome.kind === 'scan' || (outcome.kind === 'badge' && outcome.digits !== null)) return end(outcome, tookMs);
		const tellIt = outcome.kind === 'foreign' ? tellForeign : end;
		callOff = setTimer(() => tellIt(outcome, tookMs), REST_WAIT_MS);
	}

	function end(outcome: WedgeOutcome, tookMs: number): void {
		endDueAfter = state?.lastMs ?? null;
		state = null;
		tell(outcome, tookMs);
	}

	function tellForeign(outcome: WedgeOutcome, tookMs: number): void {
		slow.forget();
		if (!toldForeign) onScan(outcome, now(), { where, tookMs, takeBack });
		toldForeign = true;
	}

	early.forEach(onKey);
	const listeners = {
		keydown: onKey,
		beforeinput: onText,
		compositionstart: onComposition,
		compositionend: onComposition
	};
	for (const [name, hear] of Object.entries(listeners)) target.addEventListener(name, hear, { capture: true });
	return () => {
		drop();
		for (const [name, hear] of Object.entries(listeners)) target.removeEventListener(name, hear, { capture: true });
	};
}
