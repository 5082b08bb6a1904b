import { type RoundLock } from './sync-loop.ts';

/** A Web Lock held for one round. Where the browser has none, rounds run unguarded: they are idempotent. */
export function webLock(locks: LockManager | undefined, name: string): RoundLock {
	return async <T>(work: () => Promise<T>, { steal }: { steal: boolean }): Promise<T | 'busy'> => {
		if (!locks) return work();
		const options: LockOptions = steal ? { steal: true } : { ifAvailable: true };
		return locks.request(name, options, async (lock): Promise<T | 'busy'> => (lock ? work() : 'busy'));
	};
}

/** Longer than what is done under it, both its requests to the end of their patience. */
const FROZEN_AFTER_MS = 70_000;

/** Runs work one after the other in the whole browser. A frozen tab keeps the lock: then it is taken from it. */
export function aloneIn(locks: LockManager | undefined, name: string): <T>(work: () => Promise<T>) => Promise<T> {
	return async (work) => {
		if (!locks) return work();
		try {
			return await locks.request(name, { signal: AbortSignal.timeout(FROZEN_AFTER_MS) }, work);
		} catch (error) {
			if (!(error instanceof DOMException) || error.name !== 'TimeoutError') throw error;
			return locks.request(name, { steal: true }, work);
		}
	};
}
