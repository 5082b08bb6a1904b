import { describe, expect, it } from 'vitest';
import { type KeptRow } from '#lib/domain/register/list-rows.ts';
import { type Draft } from '#lib/journal/device-store.ts';
import { ListStore } from './list-desk-store.ts';

/** The drafts of one browser, as two tabs see them. */
function aKeeper() {
	const drafts = new Map<string, Draft>();
	return {
		drafts: async (kind?: string) => [...drafts.values()].filter((draft) => draft.kind === kind),
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
		expect(papers(await tab.rowsIn(keeper))).toEqual(['b', 'c']);
		expect(await tab.rowsIn(keeper)).toEqual(await other.rowsIn(keeper));
	});

	it('R19 keeps lists of different windows and purposes apart', async () => {
		const keeper = aKeeper();
		const first = new ListStore(keeper, 'collect', '1');
		const second = new ListStore(keeper, 'collect', '2');
		await first.put(row('a', 1));
		await second.put(row('a', 2));
		await second.remove(['a']);
		expect(papers(await first.rowsIn(keeper))).toEqual(['a']);
		expect(papers(await second.rowsIn(keeper))).toEqual([]);
	});

	it('R19 gives the rows in the order of scanning', async () => {
		const keeper = aKeeper();
		const store = new ListStore(keeper, 'dispatch', '');
		await store.put(row('b', 5));
		await store.put(row('a', 7));
		await store.put(row('c', 6));
		expect(papers(await store.rowsIn(keeper))).toEqual(['b', 'c', 'a']);
	});

	it('R19 a row that another version stored is kept with what can be read of it', async () => {
		const keeper = aKeeper();
		const stored = { id: 'list:dispatch::a', kind: 'list:dispatch', updatedAt: 1 };
		await keeper.putDraft({ ...stored, value: { paper: 'a', at: 1, mark: 'new', scope: '' } });
		await keeper.putDraft({ ...stored, id: 'list:dispatch::b', value: 'b' });
		expect(await new ListStore(keeper, 'dispatch', '').rowsIn(keeper)).toEqual([{ ...row('a', 1), known: false }]);
	});
});
