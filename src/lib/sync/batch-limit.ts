import { MAX_PUSHED_FACTS } from '#lib/protocol/sync-messages.ts';
import { type TransportFailure } from './transport.ts';

/** How many facts a request of this line may carry. */
type BatchLimit = {
	current(): number;
	/** A request with so many facts was too much for the line. False: it was one fact already, so halving is at its end. */
	halve(carried: number): boolean;
};

/** A line that was slow is tried with more after a while: it may have been a bad hour. */
const GROWS_AFTER_MS = 10 * 60_000;

/**
 * Failures behind which a batch may be what is too much: a slow line ends in a time limit, a reset, or the page of a proxy that gave
 * up. The same failures come from a dead line, so an empty request is asked before a batch is halved for them.
 */
export const MAY_BE_TOO_MUCH: ReadonlySet<TransportFailure> = new Set([
	'offline',
	'timeout',
	'server',
	'refused',
	'unreadable'
]);

/** @param now local wall clock, ms */
export function createBatchLimit(now: () => number): BatchLimit {
	let limit = MAX_PUSHED_FACTS;
	let changedAt = 0;
	return {
		current() {
			if (limit < MAX_PUSHED_FACTS && now() - changedAt > GROWS_AFTER_MS) {
				limit = Math.min(MAX_PUSHED_FACTS, limit * 2);
				changedAt = now();
			}
			return limit;
		},
		halve(carried) {
			changedAt = now();
			if (carried <= 1) return false;
			limit = Math.floor(Math.min(limit, carried) / 2);
			return true;
		}
	};
}
