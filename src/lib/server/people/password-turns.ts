import { createTurns } from '../http/turns.ts';

/** So many ask at the same moment that the check would come too late. */
export type Busy = { ok: false; why: 'busy'; retryAfterMs: number };

/** A check takes 46 MiB and a tenth of a second of a core; of these the last is answered within two seconds. */
const turns = createTurns({ atOnce: 2, most: 24 });
/** When it is worth asking again. */
const BUSY_MS = 2000;

/** Runs work that makes or checks a hash of a password, a few at a time for all who ask. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T | Busy> {
	return (await turns.take(work)) ?? { ok: false, why: 'busy', retryAfterMs: BUSY_MS };
}
