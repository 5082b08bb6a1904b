import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Draft } from '#lib/journal/device-store.ts';
import { WorkDraft } from './work-draft.svelte.ts';

const store = vi.hoisted(() => ({ drafts: new Map<string, unknown>(), facts: new Set<string>() }));
vi.mock('#lib/device/session/desk.svelte.ts', () => ({
	desk: {
		journal: {
			read: <T>(work: (reader: unknown) => Promise<T>) =>
				work({
					draft: (id: string) => Promise.resolve(store.drafts.get(id)),
					heldIds: (ids: string[]) => Promise.resolve(new Set(ids.filter((id) => store.facts.has(id))))
				}),
			putDraft: (draft: Draft) => Promise.resolve(void store.drafts.set(draft.id, structuredClone(draft))),
			removeDraft: (id: string) => Promise.resolve(void store.drafts.delete(id))
		}
	}
}));

type Note = { text: string };
const read = (stored: unknown, blank: Note): Note => ({ ...blank, ...(stored as Partial<Note>) });
async function opened(): Promise<WorkDraft<Note>> {
	const draft = new WorkDraft<Note>('note', 'examine', { text: '' }, read);
	await draft.open();
	return draft;
}
async function type(draft: WorkDraft<Note>, text: string): Promise<void> {
	draft.value.text = text;
	draft.keep();
	await draft.flush();
}

describe('something half written that becomes a fact', () => {
	beforeEach(() => {
		store.drafts.clear();
		store.facts.clear();
	});

	it('U47 is on the disk as it was typed, with the id of its fact, and nothing is there before a key', async () => {
		const draft = await opened();
		draft.keep();
		await draft.flush();
		expect(store.drafts.size).toBe(0);
		await type(draft, 'Қоңырау');
		const again = await opened();
		expect(again).toMatchObject({ value: { text: 'Қоңырау' }, restored: true, typed: true });
		expect(again.factId).toBe(draft.factId);
	});

	it('U47 once its fact is saved it begins anew, also where a crash kept it on the disk', async () => {
		const draft = await opened();
		await type(draft, 'Қоңырау');
		store.facts.add(draft.factId);
		const afterCrash = await opened();
		expect(afterCrash).toMatchObject({ value: { text: '' }, restored: false, typed: false });
		expect(afterCrash.factId).not.toBe(draft.factId);
		expect(store.drafts.size).toBe(0);
	});

	it('U47 the next one has an id of its own, and nothing of the last one is written any more', async () => {
		const draft = await opened();
		await type(draft, 'Қоңырау');
		const first = draft.factId;
		await draft.finish({ text: '' });
		expect(draft).toMatchObject({ value: { text: '' }, typed: false });
		expect(draft.factId).not.toBe(first);
		expect(store.drafts.size).toBe(0);
		await type(draft, 'Екінші');
		expect(await opened()).toMatchObject({ value: { text: 'Екінші' } });
	});
});
