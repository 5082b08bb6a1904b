type Timer = { set: (run: () => void, ms: number) => () => void };

/** How a draft gets to the disk, and off it. */
type DraftShelf<T> = {
	put: (value: T) => Promise<void>;
	remove: () => Promise<void>;
	timer: Timer;
	/** Whether the last write got there. */
	told: (kept: boolean) => void;
};

export type DraftKeeper<T> = {
	/** Something was typed: written within the delay, or at `flush`. */
	change: (value: T) => void;
	/** Writes at once what is not written yet: at blur, when the page is hidden, before anything else happens with the draft. */
	flush: () => Promise<void>;
	/** Takes the draft off the disk for good: nothing that was on its way is written afterwards. */
	end: () => Promise<void>;
};

/** At most this long may something typed be in memory only. */
export const KEEP_WITHIN_MS = 250;

/** Writes one draft after another, never two at a time, so that an older one never lands on a newer one. */
export function draftKeeper<T>({ put, remove, timer, told }: DraftShelf<T>): DraftKeeper<T> {
	let waiting: { value: T } | null = null;
	let last = '';
	let ended = false;
	let stopTimer: (() => void) | null = null;
	let writing: Promise<void> = Promise.resolve();

	async function write(): Promise<void> {
		stopTimer?.();
		stopTimer = null;
		if (!waiting || ended) return;
		const { value } = waiting;
		waiting = null;
		try {
			await put(value);
			told(true);
		} catch {
			last = '';
			told(false);
		}
	}

	const flush = () => (writing = writing.then(write));
	return {
		change(value) {
			const text = JSON.stringify(value);
			if (ended || text === last) return;
			last = text;
			waiting = { value };
			stopTimer ??= timer.set(() => void flush(), KEEP_WITHIN_MS);
		},
		flush,
		async end() {
			ended = true;
			stopTimer?.();
			await writing;
			await remove();
		}
	};
}
