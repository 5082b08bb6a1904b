/** What the transport must know of the line to the server, beyond a single request. */
export type Line = {
	/** Ends the request that was sent on a line that is no more. */
	signal(): AbortSignal;
	/** Something between spoils what is packed (gzip): from then on all goes plain on this line. */
	isPlain(): boolean;
	goPlain(): void;
};

/** Where it is remembered that the line wants everything plain: `localStorage` in a page, nothing in a service worker. */
export type PlainMemory = { read(): boolean; write(): void };

const KEY = 'tereze:plain-line';

export function createLine(memory: PlainMemory = noMemory()): Line & { giveUp(): void } {
	let current = new AbortController();
	return {
		signal: () => current.signal,
		giveUp() {
			current.abort(new DOMException('The line has changed', 'AbortError'));
			current = new AbortController();
		},
		isPlain: memory.read,
		goPlain: memory.write
	};
}

/** Remembered by the browser for this address, over restarts. A store that refuses is no reason not to send. */
export const rememberPlain = (storage: Pick<Storage, 'getItem' | 'setItem'>): PlainMemory => {
	let plain = false;
	return {
		read: () => (plain ||= attempt(() => storage.getItem(KEY) === '1') ?? false),
		write: () => {
			plain = true;
			attempt(() => storage.setItem(KEY, '1'));
		}
	};
};

function noMemory(): PlainMemory {
	let plain = false;
	return { read: () => plain, write: () => void (plain = true) };
}

function attempt<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch {
		return undefined;
	}
}
