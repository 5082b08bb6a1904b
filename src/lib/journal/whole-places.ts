import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type ApplicationRow, type DeviceReader, type StoredRegister } from './device-store.ts';

type Reader = Pick<DeviceReader<ApplicationRow, StoredRegister>, 'afterSeq'>;
/** Facts of complete seqs, and the seq to continue after; null at the journal's end. */
export type WholePlaces = { facts: StoredFact[]; next: number | null };

/**
 * A page of a journal that ends between two seqs. Copies of one store may have written different facts at the same seq: a page cut
 * by count would skip the second one for ever.
 * @param size approximate count; more where a single seq has more
 */
export async function wholePlaces(
	reader: Reader,
	journal: JournalId,
	after: number,
	size: number
): Promise<WholePlaces> {
	for (let limit = size; ; limit *= 2) {
		const facts = await reader.afterSeq(journal, after, limit);
		if (facts.length < limit) return { facts, next: null };
		const next = facts.at(-1)!.seq - 1;
		if (next > after) return { facts: facts.filter(({ seq }) => seq <= next), next };
	}
}
