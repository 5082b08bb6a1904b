import { type Law } from '#lib/domain/regulation/law.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { type JournalReads } from '../store/journal-store.ts';

/** The law as the facts of this store give it; in a transaction, with what it has just written. */
export async function lawInStore(store: Pick<JournalReads, 'lawFacts'>): Promise<Law> {
	return lawOf((await store.lawFacts()).map(({ fact }) => fact));
}
