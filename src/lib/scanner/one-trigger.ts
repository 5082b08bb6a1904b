import { isQrText, readCode } from './read-code.ts';

interface OneTrigger {
	/** A code of the wedge scanner. @param tookMs from its first key to its last */
	scan(text: string, at: number, tookMs: number): void;
	/** A key was pressed: the next code of the same trigger may have begun, or a person acts upon what was scanned. */
	key(isPersons: boolean): void;
}

interface OneTriggerOptions {
	readonly give: (text: string, at: number) => void;
	/** Calls `then` after a delay; returns how to call it off. */
	readonly setTimer: (then: () => void, delayMs: number) => () => void;
}

/** A scanner that reads both codes of a label sends them one right after the other; no eye sees so short a wait. */
const NEXT_CODE_MS = 60;
/** A QR of 90 signs by Bluetooth. */
const LONGEST_CODE_MS = 6000;
/** Between the end of one code and the beginning of the other; a second trigger comes later, and reads the same code. */
const ONE_TRIGGER_MS = 700;

/**
 * A label carries its number as bars and in a QR, and some scanners read both with one trigger: that is one code, with the fuller
 * text. The same code twice is two triggers, and a repeat.
 */
export function oneTrigger({ give, setTimer }: OneTriggerOptions): OneTrigger {
	let held: { text: string; number: string; at: number; callOff: () => void } | null = null;
	let last: { number: string; isQr: boolean; at: number } | null = null;

	function flush(): void {
		if (!held) return;
		const { text, number, at, callOff } = held;
		held = null;
		callOff();
		last = { number, isQr: false, at };
		give(text, at);
	}

	return {
		scan(text, at, tookMs) {
			const read = readCode(text);
			const isQr = isQrText(text);
			const number = read.ok ? read.number : '';
			if (held && isQr && held.number === number) {
				held.callOff();
				held = last = null;
				return give(text, at);
			}
			flush();
			const isSecond = last?.number === number && last.isQr !== isQr && at - tookMs - last.at <= ONE_TRIGGER_MS;
			last = null;
			if (isSecond) return;
			if (read.ok && !isQr) {
				held = { text, number, at, callOff: setTimer(flush, NEXT_CODE_MS) };
				return;
			}
			last = { number, isQr, at };
			give(text, at);
		},
		key(isPersons) {
			if (!held) return;
			if (isPersons) return flush();
			held.callOff();
			held.callOff = setTimer(flush, LONGEST_CODE_MS);
		}
	};
}
