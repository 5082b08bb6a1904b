import { sha256Hex } from '../domain/fact/hash';
import { type StoredFact } from '../domain/fact/stored-fact';
import { type JournalHead } from '../domain/fact/write-fact';

/**
 * The same fact, id and all, at the next place of another journal: what it says stays, only its place in a chain is new.
 */
export function rehomeFact(fact: StoredFact, head: JournalHead): StoredFact {
	const { journal } = head;
	const seq = head.seq + 1;
	// Replacing values keeps the order of the keys, so everything but these three stays character for character.
	const text = JSON.stringify({ ...(JSON.parse(fact.text) as object), journal, seq, prev: head.hash });
	return { ...fact, journal, seq, text, hash: sha256Hex(text) };
}
