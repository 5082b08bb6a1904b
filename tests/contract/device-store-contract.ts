import { type JournalId } from '#lib/domain/fact/ids.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Draft } from '#lib/journal/device-store.ts';
import { rehomeFact } from '#lib/journal/rehome-fact.ts';
import { errorNames } from '#lib/journal/constraint-error.ts';
import { foreignFacts, type PlainRow, type PlainStore } from '../support/a-journal.ts';
import { acceptance, applicationNo, collection, registerNo, registration } from '../support/fact-drafts.ts';

const row = (number: string, more: Partial<PlainRow> = {}): PlainRow => ({
	number,
	keys: [],
	acceptedAt: 0,
	place: '',
	facts: [],
	names: [],
	checks: 0,
	...more
});

/** What a device's store must do beyond keeping facts; the same for memory and IndexedDB. */
export function deviceStoreContract(name: string, open: () => Promise<PlainStore>): void {
	describe(`a device's store ${name}`, () => {
		let store: PlainStore;
		beforeEach(async () => {
			store = await open();
		});

		it('F5 gives a place in the own journal once; foreign facts may contradict each other', async () => {
			const [one, other] = [
				foreignFacts([registration(applicationNo(1))]),
				foreignFacts([registration(applicationNo(2))])
			];
			await store.write((writer) => writer.addFacts(one, true));
			const again = store.write((writer) => writer.addFacts(other, true));
			expect(errorNames(await again.catch((error: unknown) => error))).toContain('ConstraintError');
			await store.write((writer) => writer.addFacts(other, false));
			const held = await store.read((reader) => reader.afterSeq(one[0]!.journal, 0, 10));
			expect(held.map(({ id }) => id).sort()).toEqual([one[0]!.id, other[0]!.id].sort());
			const own = await store.read((reader) => reader.ownAfterSeq(one[0]!.journal, 0, 10));
			expect(own.map(({ id }) => id)).toEqual([one[0]!.id]);
		});

		it('F5 reads the own journal in the order of its places, from a place on', async () => {
			const facts = foreignFacts(Array.from({ length: 12 }, (_, index) => registration(applicationNo(index + 1))));
			await store.write((writer) => writer.addFacts([...facts].reverse(), true));
			const read = (seq: number, limit: number) =>
				store.read(async (reader) => (await reader.ownAfterSeq(facts[0]!.journal, seq, limit)).map((fact) => fact.seq));
			expect(await read(0, 99)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
			expect(await read(8, 3)).toEqual([9, 10, 11]);
		});

		it('F7 finds the numbers of the rows that have exactly a key', async () => {
			const rows = ['3', '1', '2'].map((number) =>
				row(number, { keys: number === '2' ? ['open'] : ['openly', 'open'] })
			);
			await store.write((writer) => writer.putApplications(rows));
			const numbers = (key: string) => store.read((reader) => reader.numbersWithKey(key));
			expect(await numbers('open')).toEqual(['1', '2', '3']);
			expect(await numbers('openly')).toEqual(['1', '3']);
			expect(await numbers('ope')).toEqual([]);
		});

		it('F5 refuses a second fact under an id that is held', async () => {
			const facts = foreignFacts([registration(applicationNo(1))]);
			await store.write((writer) => writer.addFacts(facts, false));
			const again = store.write((writer) => writer.addFacts(facts, false));
			expect(errorNames(await again.catch((error: unknown) => error))).toContain('ConstraintError');
		});

		it('F6 gives a fact a new home under its id, and keeps the old text aside', async () => {
			const facts = foreignFacts([acceptance(applicationNo(1)), registration(applicationNo(1))]);
			await store.write((writer) => writer.addFacts(facts, true));
			const home = rehomeFact(facts[1]!, { journal: 'new-journal' as JournalId, seq: 0, hash: '' });
			await store.write((writer) => writer.rehomeFacts([home], 5));
			const found = await store.read((reader) => reader.byIds([facts[1]!.id]));
			expect(found[0]).toEqual(home);
			expect(await store.read((reader) => reader.journals())).toEqual(['new-journal', 'other-journal']);
			expect((await store.read((reader) => reader.asides())).map(({ text }) => text)).toEqual([facts[1]!.text]);
			expect(await store.read((reader) => reader.afterSeq(facts[0]!.journal, 0, 9))).toHaveLength(1);
		});

		it('F1 adds a personal part once: the first one stays', async () => {
			const [fact] = foreignFacts([acceptance(applicationNo(1))]);
			await store.write((writer) => writer.addFacts([{ ...fact!, personal: null }], false));
			const gained = await store.write((writer) => writer.addPersonal([fact!]));
			expect(gained.map(({ id }) => id)).toEqual([fact!.id]);
			const other = { ...fact!, personal: { salt: 'x', text: '{}' } };
			expect(await store.write((writer) => writer.addPersonal([other]))).toEqual([]);
			expect((await store.read((reader) => reader.byIds([fact!.id])))[0]?.personal).toEqual(fact!.personal);
		});

		it('F2 finds registers by the facts on them, and lists what there is', async () => {
			const numbers = [applicationNo(1), applicationNo(2)];
			const facts = foreignFacts([collection(registerNo(1), numbers)]);
			await store.write((writer) => writer.addFacts(facts, false));
			const found = await store.read(async (reader) => ({
				registers: await reader.registerNumbers(),
				of: (await reader.ofRegisters([registerNo(1)])).get(registerNo(1))?.length,
				applications: await reader.applicationNumbers()
			}));
			expect(found).toEqual({ registers: [registerNo(1)], of: 1, applications: [...numbers].sort() });
		});

		it('B7 finds the facts of a few types, with their personal parts', async () => {
			const facts = foreignFacts([acceptance(applicationNo(1)), registration(applicationNo(1))]);
			await store.write((writer) => writer.addFacts(facts, false));
			const found = await store.read((reader) => reader.ofTypes(['accepted', 'setAside']));
			expect(found.map(({ id }) => id)).toEqual([facts[0]!.id]);
			expect(found[0]?.personal).toEqual(facts[0]!.personal);
			expect(await store.read((reader) => reader.ofTypes(['setAside']))).toEqual([]);
		});

		it('F7 answers from an index: equal, beginning with, between, newest first, in pages', async () => {
			const rows = [
				row('1', { keys: ['iin:7', 'name:оспан'], acceptedAt: 10 }),
				row('2', { keys: ['name:оспанова', 'name:осп'], acceptedAt: 20 }),
				row('3', { keys: ['name:қали'], acceptedAt: 30 })
			];
			await store.write((writer) => writer.putApplications(rows));
			const ask = async (query: object) =>
				(await store.read((reader) => reader.queryApplications({ index: 'keys', limit: 9, ...query }))).map(
					({ number }) => number
				);
			expect(await ask({ equals: 'iin:7' })).toEqual(['1']);
			expect(await ask({ startsWith: 'name:осп' })).toEqual(['2', '1']);
			expect(await ask({ index: 'acceptedAt', reverse: true, limit: 2 })).toEqual(['3', '2']);
			expect(await ask({ index: 'acceptedAt', reverse: true, limit: 2, offset: 2 })).toEqual(['1']);
			expect(await ask({ index: 'acceptedAt', from: 15, to: 20 })).toEqual(['2']);
		});

		it('F8 counts by differences; what comes to zero is gone', async () => {
			await store.write((writer) =>
				writer.addToCounters(
					new Map([
						['a', 2],
						['b', 1]
					])
				)
			);
			await store.write((writer) =>
				writer.addToCounters(
					new Map([
						['a', -2],
						['b', 3]
					])
				)
			);
			expect(await store.read((reader) => reader.counters())).toEqual(new Map([['b', 4]]));
		});

		it('F9 keeps drafts, the latest first, until they are removed', async () => {
			const draft = (id: string, updatedAt: number, kind = 'accept'): Draft => ({ id, kind, updatedAt, value: { id } });
			await store.write(async (writer) => {
				await writer.putDraft(draft('a', 1));
				await writer.putDraft(draft('b', 2));
				await writer.putDraft(draft('c', 3, 'cart'));
			});
			expect((await store.read((reader) => reader.drafts('accept'))).map(({ id }) => id)).toEqual(['b', 'a']);
			await store.write((writer) => writer.removeDraft('b'));
			expect(await store.read((reader) => reader.drafts())).toEqual([draft('c', 3, 'cart'), draft('a', 1)]);
			expect(await store.read((reader) => reader.draft('a'))).toEqual(draft('a', 1));
		});
	});
}
