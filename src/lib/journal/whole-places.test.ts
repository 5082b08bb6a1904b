import { describe, expect, it } from 'vitest';
import { type JournalId } from '#lib/domain/fact/ids.ts';
import { foreignFacts, type PlainRegister, type PlainRow } from '#tests/support/a-journal.ts';
import { applicationNo, registration } from '#tests/support/fact-drafts.ts';
import { MemoryDeviceStore } from './memory-store.ts';
import { wholePlaces } from './whole-places.ts';

const branch = (length: number) =>
	foreignFacts(Array.from({ length }, (_, index) => registration(applicationNo(index + 1))));

/** All pages of a journal of which several copies wrote the same places. */
async function pagesOf(size: number, ...lengths: number[]): Promise<{ pages: number[][]; ids: string[] }> {
	const store = new MemoryDeviceStore<PlainRow, PlainRegister>();
	const branches = lengths.map(branch);
	for (const facts of branches) await store.write((writer) => writer.addFacts(facts, false));
	const pages: number[][] = [];
	const ids: string[] = [];
	for (let after: number | null = 0; after !== null;) {
		const from: number = after;
		const page = await store.read((reader) => wholePlaces(reader, 'other-journal' as JournalId, from, size));
		pages.push(page.facts.map(({ seq }) => seq));
		ids.push(...page.facts.map(({ id }) => id));
		after = page.next;
	}
	expect(ids.toSorted()).toEqual(
		branches
			.flat()
			.map(({ id }) => id as string)
			.toSorted()
	);
	return { pages, ids };
}

describe('a journal that several copies of a store wrote', () => {
	it('F51 is read in pages that end between two places: no fact is left out, none comes twice', async () => {
		expect((await pagesOf(4, 5)).pages).toEqual([
			[1, 2, 3],
			[4, 5]
		]);
		expect((await pagesOf(3, 4, 4)).pages).toEqual([
			[1, 1],
			[2, 2],
			[3, 3],
			[4, 4]
		]);
		for (const size of [1, 2, 3, 4, 5, 7]) await pagesOf(size, 6, 4, 5);
	});

	it('F51 a place with more facts than a page holds is a page', async () => {
		expect((await pagesOf(2, 2, 2, 2)).pages).toEqual([
			[1, 1, 1],
			[2, 2, 2]
		]);
	});
});
