import { type Fact } from '../domain/fact/fact';
import { readFact } from '../domain/fact/read-fact';
import { type StoredFact } from '../domain/fact/stored-fact';

/** The facts of these that this version can read (from a store, which keeps only parts that their facts vouch for); the others are kept by the store and shown as "needs a newer version". */
export function readableFacts(stored: readonly StoredFact[]): Fact[] {
	return stored.flatMap(({ text, personal }) => {
		const read = readFact(text, personal, true);
		return read.ok && read.known ? [read.fact] : [];
	});
}
