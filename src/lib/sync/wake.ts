import { backoffMs } from './backoff.ts';

type WakeOptions = {
	url?: string;
	locks: LockManager | undefined;
	lockName: string;
	open: (url: string) => EventSource;
	/** The server has something for this org: run a round. */
	wake: () => void;
	/** The connection is open again after a loss: the network is back. */
	lineBack: () => void;
	/** Notifies the other tabs, which have no connection of their own. */
	channel: Pick<BroadcastChannel, 'postMessage' | 'close'> & { onmessage: ((event: MessageEvent) => void) | null };
	/** Calls back after `ms`; returns the function that cancels it. */
	schedule: (ms: number, callback: () => void) => () => void;
	/** 0 ≤ x < 1. */
	random: () => number;
};

/** `EventSource.CLOSED`, which is undefined where tests run. */
const CLOSED = 2;

/**
 * Server-sent events, one connection per browser: HTTP/1.1 allows six per host, and each tab would take one. The tab that holds the
 * lock listens and notifies the others. Without it everything works by polling. Returns the function that ends it.
 */
export function listenForWake({ url = '/api/sync/wake', locks, lockName, channel, ...ports }: WakeOptions): () => void {
	const ended = new AbortController();
	channel.onmessage = ({ data }) => (data === 'lineBack' ? ports.lineBack() : ports.wake());
	const news = {
		wake: () => {
			ports.wake();
			channel.postMessage('wake');
		},
		lineBack: () => {
			ports.lineBack();
			channel.postMessage('lineBack');
		}
	};
	const lead = () =>
		new Promise<void>((resolve) => {
			const close = keepConnected(url, { ...ports, ...news });
			ended.signal.addEventListener('abort', () => {
				close();
				resolve();
			});
		});
	// Waiting for the lock ends with an AbortError when the page stops listening: no error.
	const leading = locks ? locks.request(lockName, { signal: ended.signal }, lead) : lead();
	leading.catch(() => undefined);
	return () => {
		ended.abort();
		channel.close();
	};
}

/**
 * A connection that is reopened indefinitely: an EventSource reconnects by itself after a network error, but stops for good after
 * an answer that is no stream, a 502 of a proxy or a 401 (HTML § 9.2.3, "fail the connection").
 */
function keepConnected(url: string, ports: Omit<WakeOptions, 'url' | 'locks' | 'lockName' | 'channel'>): () => void {
	let failures = 0;
	let source: EventSource;
	let cancel = () => {};
	const connect = () => {
		source = ports.open(url);
		source.onopen = () => {
			if (failures > 0) ports.lineBack();
			failures = 0;
		};
		source.onmessage = () => ports.wake();
		source.onerror = () => {
			failures += 1;
			if (source.readyState !== CLOSED) return;
			cancel = ports.schedule(backoffMs(failures - 1, ports.random()), connect);
		};
	};
	connect();
	return () => {
		cancel();
		source.close();
	};
}
