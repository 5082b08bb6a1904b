import { type ApplicationRow, type StoredRegister } from '#lib/journal/device-store.ts';
import { backoffMs } from './backoff.ts';
import { createBatchLimit, MAY_BE_TOO_MUCH } from './batch-limit.ts';
import { type Ahead, exchange, type ExchangePorts, type ExchangeResult } from './exchange.ts';
import { syncStatus, type SyncStatus } from './sync-status.ts';
import { type TransportFailure } from './transport.ts';

/**
 * Runs the work exclusively among all tabs and the service worker, or returns 'busy'. `steal` takes the lock from a frozen holder:
 * a frozen tab keeps its Web Locks (https://github.com/w3c/web-locks/issues/4), and rounds are idempotent.
 */
export type RoundLock = <T>(work: () => Promise<T>, options: { steal: boolean }) => Promise<T | 'busy'>;

export type SyncPorts<A extends ApplicationRow, R extends StoredRegister> = ExchangePorts<A, R> & {
	lock: RoundLock;
	/** 0 ≤ x < 1. */
	random: () => number;
	/** Calls back after `ms`; returns the function that cancels it. */
	schedule: (ms: number, callback: () => void) => () => void;
	/** The server named a version of the org's context. */
	followContext?: (version: string) => Promise<void>;
	/** Aborts the pending request: its connection was lost. */
	giveUp?: () => void;
	/** Unexpected errors: a bug, or a store closed during a round. */
	failed: (error: unknown) => void;
};

export type SyncLoop = {
	/** Starts and ends the loop. */
	start(): void;
	stop(): void;
	/** A fact was recorded, the network is back, or the server sent a wake: runs at once. */
	trigger(): void;
	/** The network is back: requests on the old connection are aborted, and a round runs at once. */
	lineBack(): void;
	/** Sends and fetches until nothing is left or something fails. Also for the service worker's `sync` event. */
	runNow(): Promise<TransportFailure | null>;
	status(): Promise<SyncStatus>;
	/** Called when the status may have changed. Returns the function that unsubscribes. */
	listen(listener: () => void): () => void;
};

/** Longer than any live round: a request's own time limit is 60 s. */
const LOCK_IS_FROZEN_MS = 90_000;

/** In a long pull rows are folded once per this many facts: an application's facts are on pages far apart. */
const FOLDED_AT_ONCE = 10_000;

export function createSyncLoop<A extends ApplicationRow, R extends StoredRegister>(ports: SyncPorts<A, R>): SyncLoop {
	const listeners = new Set<() => void>();
	const notify = () => listeners.forEach((listener) => listener());
	const limit = createBatchLimit(ports.now);
	let failure: TransportFailure | null = null;
	let busySince: number | null = null;
	let running: Promise<TransportFailure | null> | undefined;
	let following: Promise<void> | undefined;
	let triggered = false;
	let lineCame = false;
	let started = false;
	let quiet = 0;
	let cancel = () => {};

	/**
	 * The failure to report; null where a smaller batch is tried at once. An empty request shows whether the batch or the
	 * connection is at fault.
	 */
	async function obstacle(reason: TransportFailure, carried: number): Promise<TransportFailure | null> {
		const isTooLarge = reason === 'tooLarge';
		if (!isTooLarge && (carried === 0 || !MAY_BE_TOO_MUCH.has(reason))) return reason;
		if (!isTooLarge) {
			const empty = await lockedExchange(0, {});
			if (empty === 'busy') return reason;
			if (!empty.ok) return empty.reason;
		}
		if (limit.halve(carried)) return null;
		return isTooLarge ? reason : 'stuck';
	}

	async function lockedExchange(limit: number, ahead: Ahead): Promise<ExchangeResult | 'busy'> {
		const steal = busySince !== null && ports.now() - busySince > LOCK_IS_FROZEN_MS;
		const result = await ports.lock(() => exchange(ports, limit, ahead), { steal });
		busySince = result === 'busy' ? (busySince ?? ports.now()) : null;
		return result;
	}

	/** Exchanges in sequence, until nothing is left or one fails. */
	async function drain(): Promise<boolean> {
		let moved = false;
		let ahead: Ahead = {};
		let unfolded = 0;
		for (;;) {
			const result = await lockedExchange(limit.current(), ahead);
			ahead = {};
			if (result === 'busy') return moved;
			failure = result.ok ? null : await obstacle(result.reason, result.carried);
			if (failure !== null) return moved;
			if (!result.ok) continue;
			if (result.context !== undefined) following = ports.followContext?.(result.context).catch(ports.failed);
			moved ||= result.sent > 0 || result.received > 0;
			ahead = result.next ?? {};
			unfolded += result.received;
			if (unfolded >= FOLDED_AT_ONCE && result.more) {
				await ports.journal.foldLagging();
				unfolded = 0;
			}
			notify();
			if (!result.more) return moved;
		}
	}

	function round(): Promise<TransportFailure | null> {
		running ??= drainAndPlan().finally(() => (running = undefined));
		return running;
	}

	/** A context under way holds up no round, but the service worker must live until it is stored. */
	async function runNow(): Promise<TransportFailure | null> {
		const failed = await round();
		await following;
		return failed;
	}

	async function drainAndPlan(): Promise<TransportFailure | null> {
		cancel();
		try {
			do {
				triggered = false;
				lineCame = false;
				const moved = await drain().finally(ports.journal.foldLagging);
				quiet = moved && failure === null ? 0 : quiet + 1;
			} while (triggered && (failure === null || lineCame) && busySince === null);
		} catch (error) {
			quiet += 1;
			ports.failed(error);
		}
		if (started) cancel = ports.schedule(backoffMs(quiet, ports.random()), () => void round().finally(notify));
		return failure;
	}

	function trigger(): void {
		quiet = 0;
		triggered = true;
		if (!running) void round().finally(notify);
		notify();
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
		lineBack: () => {
			lineCame = true;
			ports.giveUp?.();
			trigger();
		},
		runNow,
		status: async () => syncStatus(await ports.journal.state(), running !== undefined, failure),
		listen: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};
}
