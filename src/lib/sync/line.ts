/** State of the connection to the server, beyond a single request. */
export type Line = {
	/** Aborts the requests sent on a connection that was lost. */
	signal(): AbortSignal;
	/** Something on the way corrupts gzip: from then on everything is sent uncompressed. */
	isPlain(): boolean;
	goPlain(): void;
};

/** Where it is stored that the connection needs uncompressed bodies: `localStorage` in a page, nothing in a service worker. */
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

/** Stored by the browser for this origin, across restarts. A storage that refuses does not stop sending. */
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
