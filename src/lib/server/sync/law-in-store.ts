import { type FactId } from '#lib/domain/fact/ids.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { type JournalReads } from '../store/journal-store.ts';

/**
 * The law as the facts of this store give it; in a transaction, with what it has just written.
 * @param without as if these facts were not there
 */
export async function lawInStore(
	store: Pick<JournalReads, 'lawFacts'>,
	without: ReadonlySet<FactId> = new Set()
): Promise<Law> {
	return lawOf((await store.lawFacts()).flatMap(({ fact }) => (without.has(fact.id) ? [] : [fact])));
}
