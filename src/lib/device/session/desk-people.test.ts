import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { v7 as uuid } from 'uuid';
import { aBadge, badgeOf } from '../../../../tests/support/a-badge.ts';
import { aShelf } from '../../../../tests/support/a-shelf.ts';
import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Colleague, type ContextResponse } from '#lib/protocol/context-messages.ts';
import { makePinVerifier } from '#lib/protocol/pin.ts';
import { openDeviceJournal } from '#lib/journal/open-device-journal.ts';
import { desk } from './desk.svelte.ts';

const CENTER = 'center-04' as OrgId;
const AIGUL = uuid() as StaffId;
const DANA = uuid() as StaffId;
let time = 1_795_000_000_000;

async function aColleague(id: StaffId, number: string, pin: string): Promise<Colleague> {
	const name = { surname: 'Сейітова', given: 'Айгүл' };
	const verifier = await makePinVerifier(pin, 100_000);
	return { id, number, name, roles: ['centerInspector'], org: CENTER, window: '1', pin: verifier };
}

/** Stored as the sync of another tab or of the service worker stores it. */
async function cameWithSync(people: Colleague[], windows = ['1']): Promise<void> {
	const journal = await openDeviceJournal();
	const name = { kk: 'Орталық', ru: 'Центр' };
	const entry = { id: CENTER, kind: 'center', number: 4, name, shortName: name, address: '', phones: [] } as const;
	const hours = { open: 540, close: 1080, lunch: null, weekdays: [1, 2, 3, 4, 5] } as ContextResponse['org']['hours'];
	const org = { ...entry, phones: [], windows, hours, slots: { collect: [], dispatch: [] } };
	await journal.keep('context', { org, people, counterparts: [], serverTime: (time += 1000) });
	journal.close();
}

describe('people of the registry at a device', () => {
	let aigul: Colleague;
	let dana: Colleague;
	beforeEach(async () => {
		vi.stubGlobal('sessionStorage', aShelf());
		vi.stubGlobal('localStorage', aShelf());
		vi.stubGlobal('window', Object.assign(new EventTarget(), { document: new EventTarget() }));
		[aigul, dana] = [await aColleague(AIGUL, '101', '482915'), await aColleague(DANA, '102', '730264')];
		await cameWithSync([aigul, dana]);
		const journal = await openDeviceJournal();
		await journal.keep('enrolment', { token: 'token', place: { org: CENTER, kind: 'window', window: '1' } });
		await journal.setDeviceNumber(7);
		journal.close();
		await desk.open();
		await vi.waitFor(() => expect(desk.colleague(DANA)?.number).toBe('102'));
		desk.lock();
	});

	it('S188 who left is locked out with the next sync, what they began stays, and cannot unlock any more', async () => {
		expect(await desk.unlock('101', '482915')).toEqual({ ok: true });
		await desk.journal.putDraft({ id: 'begun', kind: 'examine', updatedAt: time, value: 'half' });
		await cameWithSync([dana]);
		await vi.waitFor(() => expect(desk.unlocked).toBe(false));
		expect(await desk.unlock('101', '482915')).toEqual({ ok: false, why: 'unknownPerson' });
		expect(await desk.journal.read((reader) => reader.draft('begun'))).toBeDefined();
	});

	it('S188 a colleague who stays goes on, with the roles and the windows of now', async () => {
		await desk.unlock('102', '730264');
		await cameWithSync([aigul, { ...dana, roles: ['accumulationInspector'] }], ['1', '2']);
		await vi.waitFor(() => expect(desk.role).toBe('accumulationInspector'));
		expect(desk.person?.id).toBe(DANA);
		expect(desk.context?.org.windows).toEqual(['1', '2']);
	});

	it('S188 whose last role was taken is locked out', async () => {
		await desk.unlock('102', '730264');
		await cameWithSync([aigul, { ...dana, roles: [] }]);
		await vi.waitFor(() => expect(desk.person).toBeNull());
	});

	it('N180 who works with a badge that is voided is locked out by the next context; who gets one goes on', async () => {
		const { badge } = await aBadge(badgeOf(1), '482915');
		await desk.unlock('101', '482915');
		await cameWithSync([{ ...aigul, badge }, dana]);
		await vi.waitFor(() => expect(desk.colleague(AIGUL)?.badge?.id).toBe(badge.id));
		expect(desk.unlocked).toBe(true);
		desk.lock();
		expect(await desk.unlock('101', '482915')).toEqual({ ok: false, why: 'badgeNeeded' });
		expect(await desk.take(await desk.unlocking.byBadge(badgeOf(1), '482915'))).toEqual({ ok: true });
		await cameWithSync([aigul, dana]);
		await vi.waitFor(() => expect(desk.unlocked).toBe(false));
	});

	it('S192 a device that the administrator disconnected locks, and nobody unlocks it, also after a reload', async () => {
		const ended = vi.fn(async () => new Response(null, { status: 204 }));
		vi.stubGlobal('fetch', ended);
		await desk.unlock('102', '730264');
		const { sync } = await desk.journal.state();
		await desk.journal.saveSync({ ...sync, revoked: true });
		await vi.waitFor(() => expect(desk.revoked).toBe(true));
		expect(desk.unlocked).toBe(false);
		expect(ended).toHaveBeenCalledWith('/api/session', expect.objectContaining({ method: 'DELETE' }));
		await desk.unlock('102', '730264');
		expect(desk.unlocked).toBe(false);
		desk.openAgain();
		await vi.waitFor(() => expect(desk.state).toBe('ready'));
		expect(desk.revoked).toBe(true);
		await desk.journal.saveSync(sync);
		await vi.waitFor(() => expect(desk.revoked).toBe(false));
	});

	it('S188 a PIN that was changed elsewhere is the one that unlocks', async () => {
		await cameWithSync([await aColleague(AIGUL, '101', '295871'), dana]);
		await vi.waitFor(async () => expect(await desk.unlock('101', '295871')).toEqual({ ok: true }));
		desk.lock();
		expect(await desk.unlock('101', '482915')).toMatchObject({ ok: false, why: 'wrongPin' });
	});
});
