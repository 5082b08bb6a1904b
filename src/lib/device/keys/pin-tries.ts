/** Wrong PINs of one staff number on this device. */
export type Tries = { wrong: number; at: number };
export type TriesShelf = { read: () => string | null; write: (text: string) => void };

/** So many wrong PINs cost nothing; each further one doubles the wait. */
export const FREE_TRIES = 5;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/** How long the next try has to wait, ms. A clock that was set back makes nobody wait longer than the whole time. */
export function waitOf({ wrong, at }: Tries, now: number): number {
	if (wrong < FREE_TRIES) return 0;
	const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES));
	return Math.max(0, Math.min(whole, at + whole - now));
}

/**
 * Counts wrong PINs per staff number, kept on the device: neither a reload nor another tab begins anew. A right PIN or a sign-in
 * with the password at the server forgives them.
 */
export class PinTries {
	readonly #shelf: TriesShelf;
	constructor(shelf: TriesShelf) {
		this.#shelf = shelf;
	}

	/** Ms until the number may be tried again; 0: now. */
	waitMs(number: string, now: number): number {
		return waitOf(this.#of(number), now);
	}

	/** Free tries left before the first wait. */
	left(number: string): number {
		return Math.max(0, FREE_TRIES - this.#of(number).wrong);
	}

	failed(number: string, now: number): void {
		this.#shelf.write(JSON.stringify({ ...this.#all(), [number]: { wrong: this.#of(number).wrong + 1, at: now } }));
	}

	forgive(number: string): void {
		const { [number]: tried, ...others } = this.#all();
		if (tried) this.#shelf.write(JSON.stringify(others));
	}

	#of(number: string): Tries {
		return this.#all()[number] ?? { wrong: 0, at: 0 };
	}

	#all(): Record<string, Tries> {
		try {
			const kept: unknown = JSON.parse(this.#shelf.read() ?? '{}');
			return typeof kept === 'object' && kept !== null ? (kept as Record<string, Tries>) : {};
		} catch {
			return {};
		}
	}
}

const KEY = 'tereze:pin-tries';

/** The tries of this browser, kept where every tab sees them. */
export const pinTriesHere = (): PinTries =>
	new PinTries({ read: () => localStorage.getItem(KEY), write: (text) => localStorage.setItem(KEY, text) });
