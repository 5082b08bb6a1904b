import { type ApplicationRow, type StoredRegister } from '#lib/journal/device-store.ts';
import { backoffMs } from './backoff.ts';
import { createBatchLimit, MAY_BE_TOO_MUCH } from './batch-limit.ts';
import { type Ahead, exchange, type ExchangePorts, type ExchangeResult } from './exchange.ts';
import { syncStatus, type SyncStatus } from './sync-status.ts';
import { type TransportFailure } from './transport.ts';

/**
 * Runs the work alone among all tabs and the service worker, or gives 'busy'. `steal` takes the lock from a holder that
 * sleeps: a frozen tab keeps its Web Locks (https://github.com/w3c/web-locks/issues/4), and rounds are idempotent.
 */
export type RoundLock = <T>(work: () => Promise<T>, options: { steal: boolean }) => Promise<T | 'busy'>;

export type SyncPorts<A extends ApplicationRow, R extends StoredRegister> = ExchangePorts<A, R> & {
	lock: RoundLock;
	/** 0 ≤ x < 1. */
	random: () => number;
	/** Calls back after so many ms; gives a function that cancels it. */
	schedule: (ms: number, callback: () => void) => () => void;
	/** Gives up the request that is under way: it was sent on a line that is no more. */
	giveUp?: () => void;
	/** What cannot be expected: a bug, or a store that was closed under the loop. */
	failed: (error: unknown) => void;
};

export type SyncLoop = {
	/** Begins to run by itself, and ends. */
	start(): void;
	stop(): void;
	/** Something happened: a fact was recorded, the network is back, the server called. Runs at once. */
	trigger(): void;
	/** The line is back: what was under way on the old one is given up, and a round runs at once. */
	lineBack(): void;
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

export function createSyncLoop<A extends ApplicationRow, R extends StoredRegister>(ports: SyncPorts<A, R>): SyncLoop {
	const listeners = new Set<() => void>();
	const tell = () => listeners.forEach((listener) => listener());
	const limit = createBatchLimit(ports.now);
	let failure: TransportFailure | null = null;
	let busySince: number | null = null;
	let running: Promise<TransportFailure | null> | undefined;
	let triggered = false;
	let lineCame = false;
	let started = false;
	let quiet = 0;
	let cancel = () => {};

	/**
	 * What stands in the way after a failed request; null where a smaller batch is tried at once. Whether the batch or the line is at
	 * fault, an empty request tells.
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

	/** Rounds one after another, until nothing is left or something stands in the way. */
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
				lineCame = false;
				const moved = await drain().finally(ports.journal.foldLagging);
				quiet = moved && failure === null ? 0 : quiet + 1;
			} while (triggered && (failure === null || lineCame) && busySince === null);
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
