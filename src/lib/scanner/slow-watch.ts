import { fieldKind } from './field-kind.ts';
import { fieldMemory } from './field-memory.ts';
import { pressSlow, type SlowDigits, slowOf, type SlowState } from './slow-digits.ts';
import { type WedgeOptions } from './wedge.ts';
import { type WedgeKey } from './wedge-keys.ts';

interface SlowWatch {
	/** One key; gives whether it ended digits that a scanner sent too slowly. */
	press(key: WedgeKey, field: EventTarget | null): boolean;
	/** Nothing came for `SLOW_MS`. */
	silence(): void;
	forget(): void;
}

/** Watches for digits that come more slowly than this device takes from a scanner, and takes them out of a field of text. */
export function slowWatch(options: WedgeOptions, onSlow: (slow: SlowDigits) => void): SlowWatch {
	const memory = fieldMemory();
	let state: SlowState = null;

	function tell(slow: SlowDigits | null): void {
		if (slow?.restore) memory.restore();
		memory.forget();
		state = null;
		if (slow) onSlow(slow);
	}

	return {
		press(key, field) {
			const pressed = pressSlow(state, key, fieldKind(field), options);
			if (pressed.state === null || pressed.state.strokes.length === 1) tell(pressed.slow);
			state = pressed.state;
			if (state !== null) memory.remember(field);
			return pressed.slow !== null;
		},
		silence: () => tell(slowOf(state, options)),
		forget: () => tell(null)
	};
}
