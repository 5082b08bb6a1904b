import { digitOfKey } from './digit-of-key.ts';

/** Longer than the longest gap between two keys of a scan: 150 ms where a Bluetooth scanner is set so (SPEC X11). */
const ALONE_MS = 180;

/** Runs something after a delay; returns how to call it off. */
type SetTimer = (run: () => void, delayMs: number) => () => void;
const inTheBrowser: SetTimer = (run, delayMs) => {
	const timer = setTimeout(run, delayMs);
	return () => clearTimeout(timer);
};
type Key = Pick<KeyboardEvent, 'code' | 'key' | 'timeStamp'>;

/**
 * A digit that a person pressed, told from the first digit of a scan: it counts when nothing follows it at a scanner's speed.
 * Any other key of a person (Tab, Enter, an arrow) makes it count at once, so that nobody is ahead of the screen.
 */
export class LoneDigit {
	readonly #choose: (digit: number) => void;
	readonly #setTimer: SetTimer;
	#pending: { digit: number; callOff: () => void } | null = null;
	#last = -Infinity;

	constructor(choose: (digit: number) => void, setTimer: SetTimer = inTheBrowser) {
		this.#choose = choose;
		this.#setTimer = setTimer;
	}

	press({ code, key, timeStamp }: Key): void {
		const close = timeStamp - this.#last < ALONE_MS;
		this.#last = timeStamp;
		// Codes of scanners hold digits, and letters where a QR was read: on a Kazakh layout even digits come as letters.
		const types = key.length === 1 || digitOfKey(code) !== undefined;
		if (!types) return this.flush();
		const digit = digitOfKey(code);
		this.drop();
		if (close || digit === undefined) return;
		this.#pending = { digit: Number(digit), callOff: this.#setTimer(() => this.flush(), ALONE_MS) };
	}

	flush(): void {
		const pending = this.#pending;
		this.drop();
		if (pending) this.#choose(pending.digit);
	}

	drop(): void {
		this.#pending?.callOff();
		this.#pending = null;
	}
}
