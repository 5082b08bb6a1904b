import { type JournalId } from '#lib/domain/fact/ids.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	aJournal,
	foreignFacts,
	plainOptions,
	type PlainJournal,
	type PlainStore,
	rowsOf,
	wire
} from '#tests/support/a-journal.ts';
import {
	acceptance,
	applicationNo,
	collection,
	registerNo,
	registration,
	renumbering,
	stamp
} from '#tests/support/fact-drafts.ts';
import { PLAIN_STORES, wholeOf } from '#tests/support/plain-stores.ts';
import { sha256Hex } from '#lib/domain/fact/hash.ts';
import { openJournal } from './device-journal.ts';

const [one, two, three] = [applicationNo(1), applicationNo(2), applicationNo(3)];
describe.each(PLAIN_STORES)('receiving %s', (_, open) => {
	let journal: PlainJournal;
	let store: PlainStore;
	beforeEach(async () => ({ journal, store } = await aJournal(open())));

	const story = () =>
		foreignFacts([
			acceptance(one),
			acceptance(two),
			collection(registerNo(1), [one, two, three]),
			registration(one),
			acceptance(three)
		]);

	it('F20 gives the same rows and counters however the facts are dealt out and repeated', async () => {
		const facts = story();
		await journal.receive(wire(facts));
		const expected = await wholeOf(journal);
		expect(expected.counters).toEqual(
			new Map([
				['3 facts', 1],
				['2 facts', 2]
			])
		);
		const deal = fc.array(fc.array(fc.integer({ min: 0, max: facts.length - 1 }), { maxLength: 4 }), { maxLength: 5 });
		await fc.assert(
			fc.asyncProperty(deal, async (batches) => {
				const { journal: other } = await aJournal(open());
				for (const batch of batches) await other.receive(wire(batch.map((index) => facts[index]!)));
				await other.receive(wire([...facts].reverse()));
				expect(await wholeOf(other)).toEqual(expected);
			}),
			{ numRuns: 15 }
		);
	});

	it('F20 joins what was recorded here with what came from others', async () => {
		await journal.append(() => [acceptance(one)], stamp());
		await journal.receive(wire(foreignFacts([registration(one), registration(two)])));
		await journal.append(() => [registration(two)], stamp());
		expect((await rowsOf(journal)).map(({ facts }) => facts.length)).toEqual([2, 2]);
	});

	it('F21 keeps aside what is no fact, and the others come in', async () => {
		const facts = story();
		const bad = { text: 'not json', personal: null };
		const received = await journal.receive([bad, ...wire(facts)]);
		expect(received).toMatchObject({ added: facts.length });
		expect(await store.read((reader) => reader.asides())).toMatchObject([
			{ text: 'not json', reason: 'envelope', hash: sha256Hex('not json') }
		]);
	});

	it('F21 keeps a fact without a personal part that it does not vouch for, and takes the right one later', async () => {
		const [fact] = foreignFacts([acceptance(one, 'Оспанов')]);
		const forged = { text: fact!.text, personal: { salt: 'salt', text: '{"surname":"Басқа"}' } };
		await journal.receive([forged]);
		expect((await rowsOf(journal))[0]?.names).toEqual([]);
		expect(await store.read((reader) => reader.asides())).toMatchObject([{ reason: 'personalHash' }]);
		await journal.receive(wire([fact!]));
		expect((await rowsOf(journal))[0]?.names).toEqual(['Оспанов']);
		await journal.receive([{ text: fact!.text, personal: null }]);
		expect((await rowsOf(journal))[0]?.names).toEqual(['Оспанов']);
	});

	it('F22 keeps and relays a fact of a type that it does not know, character for character', async () => {
		const [fact] = foreignFacts([registration(one)]);
		const text = fact!.text.replace('"registered"', '"teleported"').replace('"body":{}', '"body":{"z":1,"a":2}');
		await journal.receive([{ text, personal: null }]);
		const found = await store.read((reader) => reader.ofApplications([one]));
		expect(found.get(one)?.map((stored) => [stored.type, stored.text])).toEqual([['teleported', text]]);
	});

	it('F23 folds a renumbered application from the acceptance under its old number, whichever comes first', async () => {
		const accepted = foreignFacts([acceptance(one)]);
		const moved = foreignFacts([renumbering(one, two, accepted[0]!.id)], 'center-head');
		for (const order of [
			[accepted, moved],
			[moved, accepted]
		]) {
			const { journal: other } = await aJournal(open());
			for (const batch of order) await other.receive(wire(batch));
			const row = (await rowsOf(other)).find(({ number }) => number === two);
			expect(row?.facts).toEqual([accepted[0]!.id, moved[0]!.id].sort());
		}
	});

	it('F24 a clock found wrong folds again what that journal wrote in the range', async () => {
		await journal.receive(wire(story()));
		expect((await rowsOf(journal)).map(({ checks }) => checks)).toEqual([0, 0, 0]);
		const checked = foreignFacts(
			[
				{
					type: 'clockChecked',
					subject: { kind: 'org', org: stamp().org },
					body: { journal: 'other-journal' as JournalId, from: 2, to: 2, offsetMs: -1000, checkedAt: 1 },
					details: null
				}
			],
			'server'
		);
		await journal.receive(wire(checked));
		expect((await rowsOf(journal)).map(({ number, checks }) => [number, checks])).toEqual(
			[one, two, three].map((number) => [number, number === two ? 1 : 0]).sort()
		);
		await journal.append(() => [registration(one)], stamp());
		expect((await rowsOf(journal)).find(({ number }) => number === one)?.checks).toBe(1);
	});

	it('F51 a clock found wrong reaches what every copy of that store wrote in the range', async () => {
		const copies = [one, two, three].map((number) => foreignFacts([acceptance(number)]));
		for (const facts of copies) await journal.receive(wire(facts));
		const body = { journal: 'other-journal' as JournalId, from: 1, to: 1, offsetMs: -1000, checkedAt: 1 };
		const subject = { kind: 'org', org: stamp().org } as const;
		await journal.receive(wire(foreignFacts([{ type: 'clockChecked', subject, body, details: null }], 'server')));
		expect((await rowsOf(journal)).map(({ checks }) => checks)).toEqual([1, 1, 1]);
	});

	it('F25 rebuilds the same rows and counters, with a progress that ends at the whole', async () => {
		await journal.receive(wire(story()));
		const before = await wholeOf(journal);
		const later = await openJournal(store, { ...plainOptions, projectionVersion: '2' });
		expect(await later.needsRebuild()).toBe(true);
		const progress: number[] = [];
		await later.rebuild(({ done, total }) => progress.push(done / total));
		expect(await wholeOf(later)).toEqual(before);
		expect([progress[0], progress.at(-1)]).toEqual([0, 1]);
		expect(await later.needsRebuild()).toBe(false);
	});

	it('F25 a rebuild that was cut off goes on, and work done meanwhile is counted once', async () => {
		await journal.receive(wire(story()));
		const version = '2';
		let cut = true;
		const projector: typeof plainOptions.projector = (...about) => {
			if (cut && about[1].some(({ type }) => type === 'registered')) throw new Error('power cut');
			return plainOptions.projector(...about);
		};
		const later = await openJournal(store, { ...plainOptions, projector, projectionVersion: version });
		await expect(later.rebuild(() => {})).rejects.toThrow('power cut');
		expect(await later.needsRebuild()).toBe(true);
		cut = false;
		await later.append(() => [registration(two)], stamp());
		await later.rebuild(() => {});
		expect((await wholeOf(later)).counters).toEqual(
			new Map([
				['3 facts', 2],
				['2 facts', 1]
			])
		);
	});
});
