import { beforeEach, describe, expect, it } from 'vitest';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { acceptance, applicationNo, collection, registerNo, registration } from '../support/fact-drafts.ts';
import { foreignFacts } from '../support/a-journal.ts';

/** What every store of facts can do, on a device as on the server. */
export type FactStoreUnderTest = {
	/** Keeps facts of others, in any order; those held are left as they are. */
	take(facts: readonly StoredFact[]): Promise<void>;
	ofApplications(numbers: readonly string[]): Promise<Map<string, StoredFact[]>>;
	heldIds(ids: readonly FactId[]): Promise<Set<FactId>>;
	/** Texts of a journal by place, ascending. */
	texts(journal: string): Promise<string[]>;
	/** A write that fails after these facts were added. */
	takeAndFail(facts: readonly StoredFact[]): Promise<void>;
};

const [first, second, third] = [applicationNo(1), applicationNo(2), applicationNo(3)];
const drafts: FactDraft[] = [
	acceptance(first),
	acceptance(second, 'Қоңыр "әғқңөұүһі" \u2028'),
	collection(registerNo(1), [first, second]),
	registration(third)
];

export function factStoreContract(name: string, open: () => Promise<FactStoreUnderTest>): void {
	describe(`a store of facts: ${name}`, () => {
		let store: FactStoreUnderTest;
		let facts: StoredFact[];
		beforeEach(async () => {
			store = await open();
			facts = foreignFacts(drafts);
		});
		const byId = (list: readonly StoredFact[] = []) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

		it('F1 gives the exact text back that was written, and the personal part beside it', async () => {
			await store.take(facts);
			const found = await store.ofApplications([second]);
			const expected = facts.filter(({ applications }) => applications.includes(second));
			expect(byId(found.get(second)).map(({ text, hash, personal }) => ({ text, hash, personal }))).toEqual(
				byId(expected).map(({ text, hash, personal }) => ({ text, hash, personal }))
			);
		});

		it('F2 finds a fact on a register under every application of its rows', async () => {
			await store.take(facts);
			const found = await store.ofApplications([first, second, third]);
			expect([first, second, third].map((number) => found.get(number)?.length)).toEqual([2, 2, 1]);
		});

		it('F3 takes a fact once, however often and in whatever order it comes', async () => {
			await store.take([...facts].reverse());
			await store.take(facts);
			await store.take(facts.slice(1, 2));
			expect(await store.texts('other-journal')).toEqual(facts.map(({ text }) => text));
			expect((await store.ofApplications([first])).get(first)).toHaveLength(2);
		});

		it('F3 knows which ids it holds', async () => {
			await store.take(facts.slice(0, 2));
			expect(await store.heldIds(facts.map(({ id }) => id))).toEqual(new Set(facts.slice(0, 2).map(({ id }) => id)));
		});

		it('F4 has written nothing of a transaction that failed', async () => {
			await store.take(facts.slice(0, 1));
			await expect(store.takeAndFail(facts.slice(1))).rejects.toThrow('power cut');
			expect(await store.texts('other-journal')).toEqual([facts[0]?.text]);
			expect((await store.ofApplications([first])).get(first)).toHaveLength(1);
			await store.take(facts);
			expect(await store.texts('other-journal')).toHaveLength(facts.length);
		});
	});
}
