import { type ApplicationRow, type RegisterRow } from '../journal/device-store';
import { MAX_PUSHED_FACTS } from '../protocol/sync-messages';
import { backoffMs } from './backoff';
import { type Ahead, exchange, type ExchangePorts, type ExchangeResult } from './exchange';
import { syncStatus, type SyncStatus } from './sync-status';
import { type TransportFailure } from './transport';

/**
 * Runs the work alone among all tabs and the service worker, or gives 'busy'. `steal` takes the lock from a holder that
 * sleeps: a frozen tab keeps its Web Locks (https://github.com/w3c/web-locks/issues/4), and rounds are idempotent.
 */
export type RoundLock = <T>(work: () => Promise<T>, options: { steal: boolean }) => Promise<T | 'busy'>;

export type SyncPorts<A extends ApplicationRow, R extends RegisterRow> = ExchangePorts<A, R> & {
	lock: RoundLock;
	/** 0 ≤ x < 1. */
	random: () => number;
	/** Calls back after so many ms; gives a function that cancels it. */
	schedule: (ms: number, callback: () => void) => () => void;
	/** What cannot be expected: a bug, or a store that was closed under the loop. */
	failed: (error: unknown) => void;
};

export type SyncLoop = {
	/** Begins to run by itself, and ends. */
	start(): void;
	stop(): void;
	/** Something happened: a fact was recorded, the network is back, the server called. Runs at once. */
	trigger(): void;
	/** Sends and fetches until there is nothing more to do or something fails. For the service worker's `sync` event, too. */
	runNow(): Promise<TransportFailure | null>;
	status(): Promise<SyncStatus>;
	/** Called when the status may have changed. Gives a function that ends it. */
	listen(listener: () => void): () => void;
};

/** Longer than any living round takes: a request's own time limit is 60 s. */
const LOCK_IS_FROZEN_MS = 90_000;

/** In a long pull rows are folded once for so many facts: an application's facts lie on pages apart. */
const FOLDED_AT_ONCE = 10_000;

export function createSyncLoop<A extends ApplicationRow, R extends RegisterRow>(ports: SyncPorts<A, R>): SyncLoop {
	const listeners = new Set<() => void>();
	const tell = () => listeners.forEach((listener) => listener());
	let failure: TransportFailure | null = null;
	let busySince: number | null = null;
	let running: Promise<TransportFailure | null> | undefined;
	let triggered = false;
	let started = false;
	let quiet = 0;
	let cancel = () => {};

	async function lockedExchange(limit: number, ahead: Ahead): Promise<ExchangeResult | 'busy'> {
		const steal = busySince !== null && ports.now() - busySince > LOCK_IS_FROZEN_MS;
		const result = await ports.lock(() => exchange(ports, limit, ahead), { steal });
		busySince = result === 'busy' ? (busySince ?? ports.now()) : null;
		return result;
	}

	/** Rounds one after another, until nothing is left or something stands in the way. */
	async function drain(): Promise<boolean> {
		let moved = false;
		let limit = MAX_PUSHED_FACTS;
		let ahead: Ahead = {};
		let unfolded = 0;
		for (;;) {
			const result = await lockedExchange(limit, ahead);
			ahead = {};
			if (result === 'busy') return moved;
			if (!result.ok && result.reason === 'tooLarge' && limit > 1) {
				limit = Math.floor(limit / 2);
				continue;
			}
			failure = result.ok ? null : result.reason;
			if (!result.ok) return moved;
			moved ||= result.sent > 0 || result.received > 0;
			ahead = result.next ?? {};
			unfolded += result.received;
			if (unfolded >= FOLDED_AT_ONCE && result.more) {
				await ports.journal.foldLagging();
				unfolded = 0;
			}
			tell();
			if (!result.more) return moved;
		}
	}

	function runNow(): Promise<TransportFailure | null> {
		running ??= drainAndPlan().finally(() => (running = undefined));
		return running;
	}

	async function drainAndPlan(): Promise<TransportFailure | null> {
		cancel();
		try {
			do {
				triggered = false;
				const moved = await drain().finally(ports.journal.foldLagging);
				quiet = moved && failure === null ? 0 : quiet + 1;
			} while (triggered && failure === null && busySince === null);
		} catch (error) {
			quiet += 1;
			ports.failed(error);
		}
		if (started) cancel = ports.schedule(backoffMs(quiet, ports.random()), () => void runNow().finally(tell));
		return failure;
	}

	function trigger(): void {
		quiet = 0;
		triggered = true;
		if (!running) void runNow().finally(tell);
		tell();
	}

	return {
		start: () => {
			started = true;
			trigger();
		},
		stop: () => {
			started = false;
			cancel();
		},
		trigger,
		runNow,
		status: async () => syncStatus(await ports.journal.state(), running !== undefined, failure),
		listen: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};
}
