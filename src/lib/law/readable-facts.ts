import { type Fact } from '#lib/domain/fact/fact.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';

/**
 * The stored facts that this version can read (a store keeps only personal parts that match their fact's hash). Those of a newer
 * form are shown as "needs a newer version"; `unreadable` counts what no version can read, such as a time out of its bounds: a
 * store older than the bounds may contain it, and it is never folded.
 */
export function readStored(stored: readonly StoredFact[]): { facts: Fact[]; unreadable: number } {
	const facts: Fact[] = [];
	let unreadable = 0;
	for (const { text, personal } of stored) {
		const read = readFact(text, personal, true);
		if (!read.ok) unreadable += 1;
		else if (read.known) facts.push(read.fact);
	}
	return { facts, unreadable };
}

/** The facts of these that this version can read. */
export const readableFacts = (stored: readonly StoredFact[]): Fact[] => readStored(stored).facts;
