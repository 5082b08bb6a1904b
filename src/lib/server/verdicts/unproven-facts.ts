import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { type JournalState, type JournalTransaction } from '../store/journal-store.ts';
import { askFor } from './ask-again.ts';
import { type Said } from './judge.ts';

/** What a commit brought that may prove facts before it. */
export type SignedNews = {
	journals: ReadonlyMap<JournalId, JournalState>;
	/** Of these a higher place is signed, or the device became known. */
	signedNow: ReadonlySet<JournalId>;
	/** These came in another text, as after a fork. */
	saidAgain: readonly { id: FactId; journal: JournalId }[];
};

type Asked = Pick<
	JournalTransaction,
	'unprovenJournals' | 'unprovenUpTo' | 'flags' | 'judging' | 'saveJudging' | 'judgedFrom'
>;

/**
 * The facts that are flagged as not proven. Every push signs, and nearly no journal has such facts: which have is remembered, rather one
 * too many (a transaction may be undone) than one too few.
 */
export function unprovenFacts() {
	let inJournals: Set<JournalId> | undefined;
	return {
		/** Another process may have flagged more. */
		forget: (): void => {
			inJournals = undefined;
		},
		/** Remembers the journals of what was just flagged. */
		flagged: (said: Said): void => {
			for (const { fact, word } of said) if (word.reason === 'unproven') inJournals?.add(fact.journal);
		},
		/** @returns whether anything is to be judged again */
		askAgain: async (tx: Asked, { journals, signedNow, saidAgain }: SignedNews): Promise<boolean> => {
			if (signedNow.size === 0 && saidAgain.length === 0) return false;
			inJournals ??= new Set(await tx.unprovenJournals());
			for (const { journal } of saidAgain) inJournals.add(journal);
			const concerned = [...signedNow].filter((journal) => inJournals!.has(journal));
			const flags = saidAgain.length === 0 ? [] : await tx.flags([...new Set(saidAgain.map(({ id }) => id))]);
			const isFlagged = flags.filter(({ reason, stands }) => reason === 'unproven' && stands);
			const facts = new Set(isFlagged.map(({ fact }) => fact));
			const asked: JournalId[] = [];
			for (const journal of concerned) {
				const signed = journals.get(journal)?.signed?.seq ?? 0;
				if (signed === 0) asked.push(journal);
				for (const fact of await tx.unprovenUpTo(journal, signed)) facts.add(fact);
			}
			if (facts.size === 0 && asked.length === 0) return false;
			await askFor(tx, { facts: [...facts], actors: [], journals: asked });
			return true;
		}
	};
}
