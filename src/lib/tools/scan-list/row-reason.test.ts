import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Draft } from '#lib/journal/device-store.ts';
import { RowReason } from './row-reason.svelte.ts';

const store = vi.hoisted(() => ({ drafts: new Map<string, unknown>() }));
vi.mock('#lib/device/session/desk.svelte.ts', () => ({
	desk: {
		journal: {
			read: <T>(work: (reader: unknown) => Promise<T>) =>
				work({
					draft: (id: string) => Promise.resolve(store.drafts.get(id)),
					heldIds: () => Promise.resolve(new Set())
				}),
			putDraft: (draft: Draft) => Promise.resolve(void store.drafts.set(draft.id, structuredClone(draft))),
			removeDraft: (id: string) => Promise.resolve(void store.drafts.delete(id))
		}
	}
}));

const PAPER = '1000070000012345';
const mark = vi.fn(() => Promise.resolve());
const opened = async () => {
	const reason = new RowReason({ mark }, 'arrived:9000');
	await reason.open();
	return reason;
};

describe('the reason of a row', () => {
	beforeEach(() => {
		store.drafts.clear();
		mark.mockClear();
	});

	it('U65 comes back as it was typed, and is no mark of the row before it is saved', async () => {
		const reason = await opened();
		reason.ask(PAPER, 'missing');
		reason.text = 'Курьерде жоқ';
		reason.keep();
		await vi.waitFor(() => expect(store.drafts.size).toBe(1));
		const again = await opened();
		expect(again.isFor({ paper: PAPER, state: 'notScanned' })).toBe(true);
		expect(again.text).toBe('Курьерде жоқ');
		expect(mark).not.toHaveBeenCalled();
	});

	it('U65 without words it is not saved; saved, it marks its row and is over', async () => {
		const reason = await opened();
		reason.ask(PAPER, 'missing');
		reason.text = ' ';
		expect(await reason.save()).toBe(false);
		expect(reason.missing).toBe(true);
		reason.text = ' Курьерде жоқ ';
		expect(await reason.save()).toBe(true);
		expect(mark).toHaveBeenCalledExactlyOnceWith(PAPER, 'missing', 'Курьерде жоқ');
		expect(reason.isFor({ paper: PAPER, state: 'notScanned' })).toBe(false);
		expect(store.drafts.size).toBe(0);
	});

	it('U65 a paper that turns up meanwhile is not called missing any more; a damaged one is there', async () => {
		const reason = await opened();
		reason.ask(PAPER, 'missing');
		expect(reason.isFor({ paper: PAPER, state: 'received' })).toBe(false);
		reason.ask(PAPER, 'damaged');
		expect(reason.isFor({ paper: PAPER, state: 'received' })).toBe(true);
		expect(reason.isFor({ paper: '1000070000054321', state: 'received' })).toBe(false);
	});
});
