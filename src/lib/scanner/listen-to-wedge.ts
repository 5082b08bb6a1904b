import { fieldMemory } from './field-memory';
import {
	WEDGE_DEFAULTS,
	type WedgeOptions,
	type WedgeOutcome,
	type WedgeState,
	endBySilence,
	pressKey,
	silenceMs
} from './wedge';

export interface WedgeListener {
	/** One call for each burst that a scanner made. @param at by `now` */
	readonly onScan: (outcome: WedgeOutcome, at: number) => void;
	/** Whether the keys of this element are nobody's business: `isPasswordField`. */
	readonly isProtected: (target: EventTarget | null) => boolean;
	/** Milliseconds, for `at` only: gaps are measured by the events' own times, which a busy page does not shift. */
	readonly now: () => number;
	/** Calls `then` after a delay; returns how to call it off. */
	readonly setTimer: (then: () => void, delayMs: number) => () => void;
	readonly options?: WedgeOptions;
	/** Key-downs that came before anybody listened, in their order: read first. */
	readonly early?: readonly Event[];
}

const KEYS_FIRST_MS = 20;

/**
 * Listens for a keyboard-wedge scanner wherever the focus is, before any other listener of the page.
 * When a burst proves to be a scan, its Enter or Tab is stopped and the field it fell into gets its earlier value back.
 * @param target the window
 * @returns how to stop listening
 */
export function listenToWedge(target: EventTarget, listener: WedgeListener): () => void {
	const { onScan, isProtected, now, setTimer, options = WEDGE_DEFAULTS, early = [] } = listener;
	const memory = fieldMemory();
	let state: WedgeState = null;
	let callOff: () => void = () => undefined;
	/** The burst that goes on was told as foreign already, when it seemed to be over. */
	let toldForeign = false;
	/** When the last key of a scan was pressed whose Enter had not come by then, by the events' own times. */
	let endDueAfter: number | null = null;

	function tell(outcome: WedgeOutcome | null): void {
		if (outcome?.restore) memory.restore();
		else memory.forget();
		if (outcome && !(toldForeign && outcome.kind === 'foreign')) onScan(outcome, now());
		toldForeign = false;
	}

	function drop(): void {
		callOff();
		state = null;
		toldForeign = false;
		endDueAfter = null;
		memory.forget();
	}

	/** The Enter of a scan that was told without it: it came as soon as the others, and was handed on late. */
	function isLateEnd({ code, timeStamp }: KeyboardEvent): boolean {
		const due = endDueAfter;
		endDueAfter = null;
		return due !== null && /^(?:Enter|NumpadEnter|Tab)$/.test(code) && timeStamp - due <= silenceMs(options);
	}

	function swallow(event: Event): void {
		event.preventDefault();
		event.stopImmediatePropagation();
	}

	function onKey(event: Event): void {
		if (!isKeyboardEvent(event)) return;
		const field = event.composedPath()[0] ?? event.target;
		if (isProtected(field) || event.ctrlKey || event.altKey || event.metaKey) return drop();
		if (isLateEnd(event)) return swallow(event);
		const before = state;
		const { code, shiftKey, timeStamp, repeat, isComposing } = event;
		const pressed = pressKey(before, { code, shift: shiftKey, timeMs: timeStamp, repeat, isComposing }, options);
		state = pressed.state;
		if (state === before) return;
		callOff();
		if (pressed.outcome?.swallow) swallow(event);
		// A burst is over when this key ended it or began another one.
		if (state === null || state.text.length === 1) tell(pressed.outcome);
		if (state !== null) {
			memory.remember(field);
			callOff = setTimer(onTimer, silenceMs(options));
		}
	}

	/** On a busy page the timer can come due while keys still wait behind it: they get their turn before the silence is believed. */
	function onTimer(): void {
		callOff = setTimer(onSilence, KEYS_FIRST_MS);
	}

	/**
	 * A whole code is told. Of anything less the rest may still be on its way through a busy machine: whether the next key belongs to it
	 * is judged by the times at which both were pressed, so the burst is kept until then.
	 */
	function onSilence(): void {
		const { outcome } = endBySilence(state, options);
		if (outcome === null) return;
		if (outcome.kind === 'foreign') {
			if (!toldForeign) onScan(outcome, now());
			toldForeign = true;
			return;
		}
		endDueAfter = state?.lastMs ?? null;
		state = null;
		tell(outcome);
	}

	early.forEach(onKey);
	target.addEventListener('keydown', onKey, { capture: true });
	return () => {
		drop();
		target.removeEventListener('keydown', onKey, { capture: true });
	};
}

/** Events named `keydown` without a code exist: Chromium sends them when it fills a form from its store. */
function isKeyboardEvent(event: Event): event is KeyboardEvent {
	return 'code' in event && typeof event.code === 'string';
}
