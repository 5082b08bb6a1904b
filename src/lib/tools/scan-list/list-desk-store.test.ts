import { describe, expect, it } from 'vitest';
import { type KeptRow } from '#lib/domain/register/list-rows.ts';
import { type Draft } from '#lib/journal/device-store.ts';
import { ListStore } from './list-desk-store.ts';

/** The drafts of one browser, as two tabs see them. */
function aKeeper() {
	const drafts = new Map<string, Draft>();
	return {
		all: () => [...drafts.values()],
		putDraft: async (draft: Draft) => void drafts.set(draft.id, draft),
		removeDraft: async (id: string) => void drafts.delete(id)
	};
}
const row = (paper: string, at: number): KeptRow => ({
	paper,
	at,
	org: null,
	known: true,
	note: null,
	mark: 'scanned',
	remark: ''
});
const papers = (rows: readonly KeptRow[]) => rows.map(({ paper }) => paper);

describe('an open list', () => {
	it('R19 keeps every row by itself, so that two tabs never write over each other', async () => {
		const keeper = aKeeper();
		const [tab, other] = [new ListStore(keeper, 'dispatch', ''), new ListStore(keeper, 'dispatch', '')];
		await Promise.all([tab.put(row('a', 1)), other.put(row('b', 2)), tab.put(row('c', 3))]);
		await other.remove(['a']);
		expect(papers(tab.rowsIn(keeper.all()))).toEqual(['b', 'c']);
		expect(tab.rowsIn(keeper.all())).toEqual(other.rowsIn(keeper.all()));
	});

	it('R19 keeps lists of different windows and purposes apart', async () => {
		const keeper = aKeeper();
		const first = new ListStore(keeper, 'collect', '1');
		const second = new ListStore(keeper, 'collect', '2');
		await first.put(row('a', 1));
		await second.put(row('a', 2));
		await second.remove(['a']);
		expect(papers(first.rowsIn(keeper.all()))).toEqual(['a']);
		expect(papers(second.rowsIn(keeper.all()))).toEqual([]);
	});

	it('R19 gives the rows in the order of scanning', async () => {
		const keeper = aKeeper();
		const store = new ListStore(keeper, 'dispatch', '');
		await store.put(row('b', 5));
		await store.put(row('a', 7));
		await store.put(row('c', 6));
		expect(papers(store.rowsIn(keeper.all()))).toEqual(['b', 'c', 'a']);
	});
});
