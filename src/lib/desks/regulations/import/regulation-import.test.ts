import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ninthService } from '../../../../../tests/support/ninth-service.ts';
import { type OfficeCommand } from '#lib/domain/org/decide-office.ts';
import { type Regulation } from '#lib/domain/regulation/regulation.ts';
import { RegulationImport } from './regulation-import.svelte.ts';

const device = vi.hoisted(() => ({ commands: [] as unknown[], ids: [] as unknown[], fails: [] as true[] }));
vi.mock('#lib/device/session/desk.svelte.ts', () => ({
	desk: {
		today: '2026-11-23',
		journal: { putDraft: () => Promise.resolve(), removeDraft: () => Promise.resolve() }
	}
}));
vi.mock('#lib/device/session/acts.ts', () => ({
	actInOffice: (command: OfficeCommand, how: { id?: string }) => {
		device.commands.push(command);
		device.ids.push(how.id);
		return Promise.resolve(device.fails.pop() ? { ok: false, failure: { reason: 'storage' } } : { ok: true });
	}
}));

const service = ninthService({ validFrom: '2026-11-23' as Regulation['validFrom'] });

describe('a service that is not known, on its way in', () => {
	beforeEach(() => (device.commands.length = 0));

	it('G85 is recorded once it was looked at and confirmed, and not before', async () => {
		const draft = new RegulationImport();
		draft.text = JSON.stringify(service);
		draft.check();
		expect([draft.newService?.id, draft.canSave, draft.attempt]).toEqual([service.id, true, 1]);
		expect(await draft.save()).toBeNull();
		expect(draft).toMatchObject({ confirmMissing: true, attempt: 2 });
		draft.confirmed = true;
		expect(await draft.save()).toMatchObject({ recorded: { ok: true } });
		expect(device.commands).toMatchObject([{ kind: 'importRegulation', regulation: { id: service.id, number: 9 } }]);
		expect(draft.text).toBe('');
	});

	it('F75 saved again after a disk that failed to say so, it is the same fact; of a text that changed it is another', async () => {
		const draft = new RegulationImport();
		const save = async (text: string) => {
			draft.text = text;
			draft.check();
			draft.confirmed = true;
			return draft.save();
		};
		const text = JSON.stringify(service);
		device.ids.length = 0;
		device.fails.push(true, true);
		expect(await save(text)).toMatchObject({ recorded: { ok: false } });
		expect(draft.text).toBe(text);
		await save(text);
		await save(`${text} `);
		expect(device.ids[0]).toBeTruthy();
		expect(device.ids.map((id) => id === device.ids[0])).toEqual([true, true, false]);
	});

	it('G85 what was confirmed is to be confirmed again when the text changes', () => {
		const draft = new RegulationImport();
		draft.text = JSON.stringify(service);
		draft.check();
		draft.confirmed = true;
		draft.text = JSON.stringify({ ...service, annex: 7 });
		draft.check();
		expect(draft.confirmed).toBe(false);
	});

	it('G86 begins with one that is known: the next free number, the first version, from today; id and names are asked for', () => {
		const draft = new RegulationImport();
		draft.startNewFrom('child-benefit-under-18');
		const begun = JSON.parse(draft.text) as Regulation;
		expect(begun).toMatchObject({ id: '', number: 9, version: 1, validFrom: '2026-11-23', validTo: null });
		draft.check();
		expect(draft.reading).toMatchObject({ why: 'fields', problems: [{ path: ['id'] }] });
		draft.text = JSON.stringify({ ...begun, id: 'another-aid' });
		draft.check();
		expect(draft.reading).toMatchObject({ why: 'nameTaken', by: { number: 3 } });
	});

	it('G36 the next version of a known one is asked for no such thing', async () => {
		const draft = new RegulationImport();
		draft.startFrom('child-benefit-under-18');
		draft.check();
		expect([draft.newService, draft.canSave]).toEqual([null, true]);
		expect(await draft.save()).toMatchObject({ regulation: { version: 2 } });
	});
});
