import { beforeEach, describe, expect, it, vi } from 'vitest';
import { written } from '../../../../../tests/support/law-facts.ts';
import { ninthService, serviceImport } from '../../../../../tests/support/ninth-service.ts';
import { type DecideContext } from '#lib/domain/application/context.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type OfficeCommand } from '#lib/domain/org/decide-office.ts';
import { importRegulation } from '#lib/domain/org/import-acts.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { blankGround } from '#lib/domain/regulation/regulation-edit.ts';
import { type Draft } from '#lib/journal/device-store.ts';
import { regulations } from '#lib/law/catalog.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { lawHere } from '#lib/device/live/law.svelte.ts';
import { RegulationEditor } from './regulation-editor.svelte.ts';

const device = vi.hoisted(() => ({
	drafts: new Map<string, unknown>(),
	facts: [] as unknown[],
	answer: { ok: true } as { ok: true } | { ok: false; failure: { code: 'quota' } }
}));
const ADMIN: DecideContext = {
	actor: 'admin' as StaffId,
	role: 'admin',
	org: 'center-04' as OrgId,
	now: Date.UTC(2026, 10, 23, 5),
	newId: () => 'new' as FactId
};
vi.mock('#lib/device/session/desk.svelte.ts', () => ({
	desk: {
		today: '2026-11-23',
		org: 'center-04',
		journal: {
			read: <T>(work: (reader: unknown) => Promise<T>) =>
				work({
					draft: (id: string) => Promise.resolve(device.drafts.get(id)),
					heldIds: (ids: string[]) =>
						Promise.resolve(new Set(ids.filter((id) => device.facts.some((fact) => (fact as FactDraft).id === id))))
				}),
			putDraft: (draft: Draft) => Promise.resolve(void device.drafts.set(draft.id, structuredClone(draft))),
			removeDraft: (id: string) => Promise.resolve(void device.drafts.delete(id))
		}
	}
}));
vi.mock('#lib/device/session/acts.ts', () => ({
	actInOffice: async (command: OfficeCommand, { id }: { id?: FactId }) => {
		if (command.kind !== 'importRegulation' || !device.answer.ok) return device.answer;
		const { importGround } = await import('../record-regulation.ts');
		const verdict = importRegulation(command, importGround(), ADMIN);
		if (verdict.ok) device.facts.push(...verdict.value.map((draft) => ({ ...draft, id })));
		return verdict.ok ? device.answer : { ok: false, refusal: verdict };
	}
}));

const base: Regulation = regulations[5]!;
async function opened(from: Regulation = base): Promise<RegulationEditor> {
	const editor = new RegulationEditor(from);
	await editor.open();
	return editor;
}
function addGround(editor: RegulationEditor, kk: string, ru: string): void {
	editor.value.refusalGrounds = [...editor.value.refusalGrounds, { ...blankGround('new'), kk, ru }];
}

describe('the editable data of a regulation on their way to the next version', () => {
	beforeEach(() => {
		device.drafts.clear();
		device.facts.length = 0;
		device.answer = { ok: true };
	});

	it('G61 with nothing changed there is nothing to check or to save, and a change ends that word', async () => {
		const editor = await opened();
		expect(editor.check()).toBe(false);
		expect(editor).toMatchObject({ unchanged: true, ready: false, problems: [] });
		expect(await editor.save()).toBe(false);
		addGround(editor, 'Негіз', 'Основание');
		expect(editor.unchanged).toBe(false);
	});

	it('G61 what is wrong is told at its field once it was tried, and goes when it is put right', async () => {
		const editor = await opened();
		addGround(editor, 'Негіз', '');
		expect(editor.problems).toEqual([]);
		expect(editor.check()).toBe(false);
		const field = `refusalGrounds-${editor.value.refusalGrounds.length - 1}-ru`;
		expect(editor.problems.map(({ fieldId }) => fieldId)).toEqual([field]);
		expect(editor.errorAt(field)).toBeTruthy();
		expect(editor).toMatchObject({ attempt: 1, ready: false });
		editor.value.refusalGrounds.at(-1)!.ru = 'Основание';
		expect(editor.errorAt(field)).toBeUndefined();
		expect(editor.check()).toBe(true);
		expect(editor).toMatchObject({ attempt: 0, ready: true });
	});

	it('G61 what was found good and is changed since is to be checked again before it can be saved', async () => {
		const editor = await opened();
		addGround(editor, 'Негіз', 'Основание');
		editor.check();
		expect(editor.diff.map(({ path }) => path[0])).toContain('refusalGrounds');
		editor.value.refusalGrounds.at(-1)!.kk = 'Басқа негіз';
		expect(editor).toMatchObject({ ready: false, diff: [] });
		expect(await editor.save()).toBe(false);
		expect(device.facts).toEqual([]);
	});

	it('G61 what was looked at is recorded once as the next version, and the next work begins with it', async () => {
		const editor = await opened();
		addGround(editor, 'Негіз', 'Основание');
		editor.check();
		const id = editor.draft.factId;
		const both = await Promise.all([editor.save(), editor.save()]);
		expect(both).toEqual([true, false]);
		expect(device.facts).toMatchObject([
			{ id, type: 'regulationImported', body: { id: base.id, version: base.version + 1 } }
		]);
		expect(editor).toMatchObject({ ready: false, dirty: false, saving: false });
		expect(editor.saved?.version).toBe(base.version + 1);
		expect(editor.base).toBe(editor.saved);
		expect(editor.value.refusalGrounds.at(-1)?.ru).toBe('Основание');
		expect(editor.value.begunOn).toBe(base.version + 1);
	});

	it('G86 a service that came in by import is edited as any other, from its newest version', async () => {
		const ninth = ninthService();
		lawHere.take(lawOf(written([{ draft: serviceImport(ninth, ADMIN.org), at: ADMIN.now }], 'admin')));
		const editor = await opened(ninth);
		addGround(editor, 'Негіз', 'Основание');
		expect(editor.check()).toBe(true);
		expect(editor.diff.map(({ path }) => path[0])).toEqual(['version', 'validFrom', 'refusalGrounds']);
		expect(await editor.save()).toBe(true);
		expect(device.facts).toMatchObject([{ body: { id: ninth.id, version: 2 } }]);
		lawHere.take(lawOf([]));
	});

	it('G61 a disk that kept nothing leaves the work as it is, and says so', async () => {
		const editor = await opened();
		addGround(editor, 'Негіз', 'Основание');
		editor.check();
		device.answer = { ok: false, failure: { code: 'quota' } };
		expect(await editor.save()).toBe(false);
		expect(editor).toMatchObject({ refused: device.answer, ready: true, saved: null, saving: false, dirty: true });
		device.answer = { ok: true };
		expect(await editor.save()).toBe(true);
		expect(editor.refused).toBeNull();
	});

	it('G63 a newer version is what untouched work begins with; work that has begun stays and is told outdated', async () => {
		const newer: Regulation = { ...base, version: base.version + 1, refusalGrounds: base.refusalGrounds.slice(1) };
		const untouched = await opened();
		await untouched.take(newer);
		expect(untouched).toMatchObject({ base: newer, outdated: false, dirty: false });
		expect(untouched.value.refusalGrounds).toHaveLength(newer.refusalGrounds.length);

		const begun = await opened();
		addGround(begun, 'Негіз', 'Основание');
		await begun.take(newer);
		expect(begun).toMatchObject({ base: newer, outdated: true, dirty: true });
		expect(begun.value.refusalGrounds.at(-1)?.ru).toBe('Основание');
		await begun.take(base);
		expect(begun.base, 'an older one changes nothing').toBe(newer);
	});

	it('G64 work left half done is gone on with, under the same fact; started anew it is the newest version', async () => {
		const editor = await opened();
		addGround(editor, 'Негіз', '');
		editor.draft.keep();
		await editor.draft.flush();
		const again = await opened();
		expect(again).toMatchObject({ place: 'here', dirty: true });
		expect(again.value.refusalGrounds.at(-1)?.kk).toBe('Негіз');
		expect(again.draft.factId).toBe(editor.draft.factId);
		again.check();
		await again.startAnew();
		expect(again).toMatchObject({ dirty: false, attempt: 0, problems: [] });
		expect(device.drafts.size).toBe(0);
	});
});
