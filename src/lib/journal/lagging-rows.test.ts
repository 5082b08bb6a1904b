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
import { type Change } from './change-notice.ts';

const [one, two, three] = [applicationNo(1), applicationNo(2), applicationNo(3)];
const story = () => {
	const facts = foreignFacts([
		acceptance(one),
		acceptance(two),
		collection(registerNo(1), [one, two, three]),
		registration(one),
		acceptance(three)
	]);
	return [...facts, ...foreignFacts([renumbering(one, applicationNo(9), facts[0]!.id)], 'third-journal')];
};
const lagging = async (journal: PlainJournal) => (await journal.state()).lagging;
/** Keeps a page as one of many that are to come. */
const page = (journal: PlainJournal, facts: ReturnType<typeof story>) =>
	journal.receive(wire(facts), undefined, { rowsMayLag: true });

describe.each(PLAIN_STORES)('rows of a long pull %s', (_, open) => {
	let journal: PlainJournal;
	let store: PlainStore;
	beforeEach(async () => ({ journal, store } = await aJournal(open())));

	it('F40 facts are kept at once, rows are made when they are asked for, registers do not wait', async () => {
		await page(journal, story());
		expect(await journal.read((reader) => reader.countFacts())).toBe(6);
		expect(await lagging(journal)).toBe(4);
		expect(await journal.read((reader) => reader.applications([one, two, three]))).toEqual([]);
		expect(await journal.read((reader) => reader.registers([registerNo(1)]))).toHaveLength(1);
		await journal.foldLagging();
		expect(await lagging(journal)).toBe(0);
		expect((await rowsOf(journal)).map(({ facts }) => facts.length)).toEqual([4, 2, 2, 2]);
	});

	it('F40 however facts come and whichever pages lag, rows and counters are those of one page', async () => {
		const facts = story();
		await journal.receive(wire(facts));
		const expected = await wholeOf(journal);
		const cuts = fc.array(fc.tuple(fc.nat(facts.length), fc.boolean()), { maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(fc.shuffledSubarray(facts, { minLength: facts.length }), cuts, async (shuffled, pages) => {
				const { journal: other } = await aJournal(open());
				for (const [from, rowsMayLag] of pages)
					await other.receive(wire(shuffled.slice(from)), undefined, { rowsMayLag });
				await other.receive(wire(shuffled));
				await other.foldLagging();
				expect(await wholeOf(other)).toEqual(expected);
			}),
			{ numRuns: 30 }
		);
	});

	it('F40 those who watch hear of the rows when they are made', async () => {
		const heard: Change[] = [];
		const notice = { send: (change: Change) => void heard.push(change), listen: () => () => {}, close: () => {} };
		const { journal: told } = await aJournal(store, { notice });
		await page(told, story());
		heard.length = 0;
		await told.foldLagging();
		expect(heard.map(({ applications }) => applications)).toEqual([[one, two, three, applicationNo(9)].sort()]);
	});

	it('F41 what was cut off is made at the next opening, each row once', async () => {
		await page(journal, story());
		let folds = 0;
		const projector: typeof plainOptions.projector = (...about) => {
			folds += 1;
			return plainOptions.projector(...about);
		};
		const { journal: again } = await aJournal(store, { projector });
		await expect.poll(() => lagging(again)).toBe(0);
		expect(folds).toBe(4);
		expect((await rowsOf(again)).map(({ facts }) => facts.length)).toEqual([4, 2, 2, 2]);
	});

	it('F41 a rebuild from the beginning leaves none behind', async () => {
		await page(journal, story());
		await journal.rebuild(() => {});
		expect(await lagging(journal)).toBe(0);
		expect((await rowsOf(journal)).map(({ facts }) => facts.length)).toEqual([4, 2, 2, 2]);
	});

	it('F42 an act on an application whose row lags sees all its facts and is counted once', async () => {
		await page(journal, foreignFacts([acceptance(one), acceptance(two)]));
		await journal.append(() => [registration(one)], stamp());
		expect((await rowsOf(journal)).map(({ number, facts }) => [number, facts.length])).toEqual([[one, 2]]);
		await journal.foldLagging();
		expect((await wholeOf(journal)).counters).toEqual(
			new Map([
				['2 facts', 1],
				['1 facts', 1]
			])
		);
	});
});
