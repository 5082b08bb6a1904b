/** What changed in the store, told to all tabs and the service worker. Empty lists: only the state of sync, or a draft. */
export type Change = {
	applications: string[];
	registers: string[];
	/** A fact of an org came that bears on the law. */
	law?: true;
};

export type ChangeNotice = {
	/** Tells everybody who listens, in this tab and in others. */
	tell(change: Change): void;
	/** Gives a function that ends the listening. */
	listen(listener: (change: Change) => void): () => void;
	close(): void;
};

/**
 * A BroadcastChannel named after the store. It is told after the commit and only says where to look again, so a notice that
 * is lost or late shows an older row, never a wrong one.
 */
export function changeNotice(storeName: string): ChangeNotice {
	const channel = new BroadcastChannel(`${storeName}:changes`);
	const listeners = new Set<(change: Change) => void>();
	const hear = (change: Change) => listeners.forEach((listener) => listener(change));
	channel.onmessage = ({ data }: MessageEvent<Change>) => hear(data);
	return {
		tell: (change) => {
			hear(change);
			channel.postMessage(change);
		},
		listen: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => channel.close()
	};
}

/** For stores that nobody else can see. */
export const noChangeNotice: ChangeNotice = { tell: () => {}, listen: () => () => {}, close: () => {} };
