import { MAX_PUSHED_FACTS } from '#lib/protocol/sync-messages.ts';
import { type TransportFailure } from './transport.ts';

/** Most facts per request on this connection. */
type BatchLimit = {
	current(): number;
	/** A request with this many facts was too large for the connection. False: it had one fact only and cannot be halved. */
	halve(carried: number): boolean;
};

/** After a while a slow connection is tried with more: the slowness may have been temporary. */
const GROWS_AFTER_MS = 10 * 60_000;

/**
 * Failures that a batch too large may cause: a slow connection ends in a time limit, a reset, or an error page of a proxy. A dead
 * connection gives the same failures, so an empty request is sent before a batch is halved for them.
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
