import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type Draft } from '#lib/journal/device-store.ts';
import { STATES } from '#tests/support/application-states.ts';
import { ExamineDesk } from './examine-desk.svelte.ts';
import { examineDraftId } from './examine-drafts.ts';

const store = vi.hoisted(() => ({
	drafts: new Map<string, unknown>(),
	facts: new Set<string>(),
	removed: [] as string[]
}));
vi.mock('#lib/device/session/desk.svelte.ts', () => ({
	desk: {
		org: 'body-15',
		person: { id: 'executor' },
		orgEntry: () => undefined,
		journal: {
			read: <T>(work: (reader: unknown) => Promise<T>) =>
				work({
					draft: (id: string) => Promise.resolve(store.drafts.get(id)),
					heldIds: (ids: string[]) => Promise.resolve(new Set(ids.filter((id) => store.facts.has(id))))
				}),
			putDraft: (draft: Draft) => Promise.resolve(void store.drafts.set(draft.id, structuredClone(draft))),
			removeDraft: (id: string) => Promise.resolve(void (store.drafts.delete(id) && store.removed.push(id)))
		}
	}
}));

const application = STATES['assigned']!();
const idOf = (part: 'letter' | 'reason') => examineDraftId(application.number, 'executor', part);
const LETTER = 'letter-fact' as FactId;
const WHY = { text: 'Түпнұсқалары қабылдауда қаралды' };

/** What a browser that was killed left on its disk. */
function leave(part: 'letter' | 'reason', factId: string, value: object): void {
	store.drafts.set(idOf(part), { id: idOf(part), kind: 'examine', updatedAt: 1, value: { factId, value } });
}

async function opened(): Promise<ExamineDesk> {
	const desk = new ExamineDesk(application);
	await desk.open();
	return desk;
}

describe('the executor’s drafts after a crash', () => {
	beforeEach(() => {
		store.drafts.clear();
		store.facts.clear();
		store.removed = [];
	});

	it('N383 before the letter is sent, the reason is there as it was typed', async () => {
		leave('letter', LETTER, { decision: 'refusal' });
		leave('reason', 'reason-fact', WHY);
		expect((await opened()).reason.value).toEqual(WHY);
	});

	it('N383 once the letter is sent the reason is over with it: nothing holds the form, and no other letter gets it', async () => {
		leave('letter', LETTER, { decision: 'refusal' });
		leave('reason', 'reason-fact', WHY);
		store.facts.add(LETTER);
		const desk = await opened();
		expect(desk.reason.value).toEqual({ text: '' });
		expect([desk.typed, desk.restored]).toEqual([false, false]);
		expect([...store.drafts.keys()]).toEqual([]);
	});
});
