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

	function tell(outcome: WedgeOutcome | null): void {
		if (outcome?.restore) memory.restore();
		else memory.forget();
		if (outcome) onScan(outcome, now());
	}

	function drop(): void {
		callOff();
		state = null;
		memory.forget();
	}

	function onKey(event: Event): void {
		if (!isKeyboardEvent(event)) return;
		const field = event.composedPath()[0] ?? event.target;
		if (isProtected(field) || event.ctrlKey || event.altKey || event.metaKey) return drop();
		const before = state;
		const { code, shiftKey, timeStamp, repeat, isComposing } = event;
		const pressed = pressKey(before, { code, shift: shiftKey, timeMs: timeStamp, repeat, isComposing }, options);
		state = pressed.state;
		if (state === before) return;
		callOff();
		if (pressed.outcome?.swallow) {
			event.preventDefault();
			event.stopImmediatePropagation();
		}
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

	function onSilence(): void {
		const ended = endBySilence(state, options);
		state = ended.state;
		tell(ended.outcome);
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
