import { type RoundLock } from './sync-loop.ts';

/** A Web Lock held for one round. Where the browser has none, rounds run unguarded: they are idempotent. */
export function webLock(locks: LockManager | undefined, name: string): RoundLock {
	return async <T>(work: () => Promise<T>, { steal }: { steal: boolean }): Promise<T | 'busy'> => {
		if (!locks) return work();
		const options: LockOptions = steal ? { steal: true } : { ifAvailable: true };
		return locks.request(name, options, async (lock): Promise<T | 'busy'> => (lock ? work() : 'busy'));
	};
}
