/**
 * Runs one decision at a time in all tabs of this browser: between what the rules were asked and what is recorded no other tab
 * records, so the same act pressed in two tabs is one fact, and the later tab hears the refusal. Held for one reading and one
 * writing only; where a browser has no locks the decision is made all the same, and the fold bears a fact that stands twice.
 */
export function decideAlone<T>(work: () => Promise<T>, locks: LockManager | null = navigator.locks): Promise<T> {
	return locks ? locks.request('tereze:decide', work) : work();
}
