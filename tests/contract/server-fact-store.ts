import { type FactId, type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalStore, type JournalTransaction } from '#lib/server/store/journal-store.ts';
import { type FactStoreUnderTest } from './fact-store-contract.ts';

const ORG = 'center-04' as OrgId;

/** The server's journal store as the contract asks it: facts, and their places in journals. */
export function serverFactStore(store: JournalStore): FactStoreUnderTest {
	const take = (facts: readonly StoredFact[], end: () => void = () => {}) =>
		store.write(async (tx) => {
			const known = await tx.knownFacts(facts.map(({ id }) => id));
			const fresh = facts.filter(({ id }) => !known.has(id));
			if (fresh.length > 0) await add(tx, fresh);
			end();
		});
	return {
		take,
		takeAndFail: (facts) =>
			take(facts, () => {
				throw new Error('power cut');
			}),
		ofApplications: (numbers) => store.factsOf(numbers),
		heldIds: async (ids: readonly FactId[]) => new Set((await store.knownFacts(ids)).keys()),
		texts: async (journal) => (await store.texts(journal as JournalId)).map(({ text }) => text)
	};
}

async function add(tx: JournalTransaction, facts: readonly StoredFact[]): Promise<void> {
	const kept = { device: 'd', receivedAt: 0, inChain: true, lacksPersonal: false };
	await tx.addFacts(facts.map((fact) => ({ ...fact, ...kept })));
	await tx.addEntries(facts.map(({ journal, seq, hash, id }) => ({ journal, seq, hash, factId: id, text: null })));
	const journals = [...new Set(facts.map(({ journal }) => journal))];
	const state = { device: 'd', org: ORG, held: 0, heldHash: '', highest: 0, signed: null };
	await tx.saveJournals(journals.map((journal) => ({ ...state, journal })));
}
