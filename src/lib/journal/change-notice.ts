/** What changed in the store, sent to all tabs and the service worker. Empty lists: only the state of sync, or a draft. */
export type Change = {
	applications: string[];
	registers: string[];
	/** A fact of an org came that changes the law. */
	law?: true;
};

export type ChangeNotice = {
	/** Notifies all listeners, in this tab and in others. */
	send(change: Change): void;
	/** Returns the function that unsubscribes. */
	listen(listener: (change: Change) => void): () => void;
	close(): void;
};

/**
 * A BroadcastChannel named after the store. A notice is sent after the commit and only says what to read again, so with a lost or
 * late one an older row is shown, never a wrong one.
 */
export function changeNotice(storeName: string): ChangeNotice {
	const channel = new BroadcastChannel(`${storeName}:changes`);
	const listeners = new Set<(change: Change) => void>();
	const deliver = (change: Change) => listeners.forEach((listener) => listener(change));
	channel.onmessage = ({ data }: MessageEvent<Change>) => deliver(data);
	return {
		send: (change) => {
			deliver(change);
			channel.postMessage(change);
		},
		listen: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => channel.close()
	};
}

/** For stores that no other tab can see. */
export const noChangeNotice: ChangeNotice = { send: () => {}, listen: () => () => {}, close: () => {} };
