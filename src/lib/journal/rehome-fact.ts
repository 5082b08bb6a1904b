import { sha256Hex } from '#lib/domain/fact/hash.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead } from '#lib/domain/fact/write-fact.ts';

/** The same fact, with its id, at the next seq of another journal: the content stays, only its place in a chain is new. */
export function rehomeFact(fact: StoredFact, head: JournalHead): StoredFact {
	const { journal } = head;
	const seq = head.seq + 1;
	// Replacing values keeps the order of the keys, so all but these three stays character for character.
	const text = JSON.stringify({ ...(JSON.parse(fact.text) as object), journal, seq, prev: head.hash });
	return { ...fact, journal, seq, text, hash: sha256Hex(text) };
}
