import { type Envelope } from '#lib/domain/fact/fact.ts';
import { type SyncState } from './device-meta.ts';

/**
 * What this store knows of the server's clock, for the facts it writes: the last offset that the server itself reported, and its
 * age. Facts of others never count: one wrong clock would move all.
 * @param now local wall clock, ms
 */
export function clockKnowledge(sync: Pick<SyncState, 'lastAnswer'>, now: number): Envelope['clock'] {
	if (!sync.lastAnswer) return { offsetMs: null, ageMs: null };
	return { offsetMs: sync.lastAnswer.offsetMs, ageMs: now - sync.lastAnswer.at };
}
