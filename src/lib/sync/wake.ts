export type WakeOptions = {
	url?: string;
	locks: LockManager | undefined;
	lockName: string;
	open: (url: string) => EventSource;
	/** The server has something for this org: run a round. */
	wake: () => void;
	/** Told to other tabs, which have no connection of their own. */
	channel: Pick<BroadcastChannel, 'postMessage' | 'close'> & { onmessage: ((event: MessageEvent) => void) | null };
};

/**
 * Server-sent events, one connection per browser: HTTP/1.1 has six to a host, and each tab would take one. The tab that holds
 * the lock listens and tells the others. Without it everything works by polling. Gives a function that ends it.
 */
export function listenForWake({
	url = '/api/sync/wake',
	locks,
	lockName,
	open,
	wake,
	channel
}: WakeOptions): () => void {
	const ended = new AbortController();
	channel.onmessage = () => wake();
	const lead = () =>
		new Promise<void>((resolve) => {
			const source = open(url);
			source.onmessage = () => {
				wake();
				channel.postMessage('wake');
			};
			ended.signal.addEventListener('abort', () => {
				source.close();
				resolve();
			});
		});
	// Waiting for the lock ends with an AbortError when the page stops listening: nothing is wrong then.
	const leading = locks ? locks.request(lockName, { signal: ended.signal }, lead) : lead();
	leading.catch(() => undefined);
	return () => {
		ended.abort();
		channel.close();
	};
}
