import { type Fact } from '#lib/domain/fact/fact.ts';
import { readFact } from '#lib/domain/fact/read-fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';

/**
 * What this version can read of the facts of a store (which keeps only parts that their facts vouch for). Those of a newer form are
 * shown as "needs a newer version"; `unreadable` counts what no version can read, such as a time out of its bounds: a store of
 * before the bounds holds it, and it is folded nowhere.
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
