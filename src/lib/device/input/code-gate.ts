/** How long a code waits for the screen that opens; what is older was meant for something else. */
const LONGEST_WAIT_MS = 15_000;
const MOST_WAITING = 50;

export interface CodeGate<Code> {
	/** A code that was read: given to the screen on top, or kept until that screen can judge it. */
	hand(code: Code): void;
	/** The screen on top takes the codes until it gives back the place. */
	take(taker: (code: Code) => void): () => void;
	/** Takes the codes that no screen asks for. */
	takeIdle(taker: (code: Code) => void): () => void;
	/** The screen may be ready now: gives what waits, in the order of reading. */
	look(): void;
	/** Nobody works here any more: what waits was theirs. */
	clear(): void;
}

interface CodeGateOptions {
	/** Whether the screen still reads what it judges codes by. */
	readonly isReading: () => boolean;
	/** Milliseconds. */
	readonly now: () => number;
}

/**
 * Stands between the stream of codes and the screens. A scanner does not wait for a screen to open, and a screen that has not read
 * its rows yet would judge wrongly: so a code waits for both.
 */
export function codeGate<Code>({ isReading, now }: CodeGateOptions): CodeGate<Code> {
	type Taker = (code: Code) => void;
	let takers: Taker[] = [];
	let idle: Taker | null = null;
	let waiting: { code: Code; at: number }[] = [];

	const taker = () => takers.at(-1) ?? idle;

	function look(): void {
		while (waiting.length > 0 && taker() !== null && !isReading()) {
			const { code, at } = waiting.shift()!;
			if (now() - at <= LONGEST_WAIT_MS) taker()!(code);
		}
	}

	return {
		look,
		hand(code) {
			if (waiting.length < MOST_WAITING) waiting.push({ code, at: now() });
			look();
		},
		take(added) {
			takers.push(added);
			return () => void (takers = takers.filter((other) => other !== added));
		},
		takeIdle(added) {
			idle = added;
			return () => void (idle = idle === added ? null : idle);
		},
		clear() {
			waiting = [];
		}
	};
}
