import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { v7 as uuid } from 'uuid';
import { aBadge, badgeOf } from '../../../../tests/support/a-badge.ts';
import { aShelf } from '../../../../tests/support/a-shelf.ts';
import { type FactId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Colleague, type ContextResponse } from '#lib/protocol/context-messages.ts';
import { openDeviceJournal } from '#lib/journal/open-device-journal.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';

const CENTER = 'center-04' as OrgId;
const [AIGUL, DANA, BOSS] = [uuid(), uuid(), uuid()] as [StaffId, StaffId, StaffId];

const aColleague = (id: StaffId, number: string, more: Partial<Colleague> = {}): Colleague => ({
	...{ id, number, name: { surname: 'Сейітова', given: 'Айгүл' }, roles: ['centerInspector'] },
	...{ org: CENTER, window: '1', pin: null },
	...more
});

describe('work under a stated number', () => {
	beforeEach(async () => {
		vi.stubGlobal('sessionStorage', aShelf());
		vi.stubGlobal('localStorage', aShelf());
		vi.stubGlobal('window', Object.assign(new EventTarget(), { document: new EventTarget() }));
		const { badge } = await aBadge(badgeOf(1), '482915');
		const people = [
			aColleague(AIGUL, '101', { badge }),
			aColleague(DANA, '102'),
			aColleague(BOSS, '106', { badge, roles: ['admin'] })
		];
		const journal = await openDeviceJournal();
		const name = { kk: 'Орталық', ru: 'Центр' };
		const entry = { id: CENTER, kind: 'center', number: 4, name, shortName: name, address: '', phones: [] } as const;
		const hours = { open: 540, close: 1080, lunch: null, weekdays: [1, 2, 3, 4, 5] } as ContextResponse['org']['hours'];
		const org = { ...entry, phones: [], windows: ['1'], hours, slots: { collect: [], dispatch: [] } };
		await journal.keep('context', { org, people, counterparts: [], serverTime: 1_795_000_000_000 });
		await journal.keep('enrolment', { token: 'token', place: { org: CENTER, kind: 'window', window: '1' } });
		await journal.setDeviceNumber(7);
		journal.close();
		await desk.open();
		await vi.waitFor(() => expect(desk.colleague(DANA)?.number).toBe('102'));
		desk.lock();
	});

	it('D107 is begun by whoever has a badge, under a number that a colleague has, for work that papers prove', async () => {
		expect(await desk.goOnUnder('999')).toBe('unknownNumber');
		expect(await desk.goOnUnder('102')).toBe('pinIsEnough');
		expect(await desk.goOnUnder('106')).toBe('nothingToDo');
		expect(desk.unlocked).toBe(false);
		expect(await desk.goOnUnder(' 101 ')).toBeNull();
		expect([desk.person?.id, desk.statedWork.current?.person]).toEqual([AIGUL, AIGUL]);
	});

	it('D107 a reload goes on in it, a lock ends it, and its facts name no session', async () => {
		await desk.goOnUnder('101');
		expect(desk.stamp().session).toBeUndefined();
		const closed = { kind: 'lock', session: uuid() as FactId } as const;
		expect(await desk.journal.actInOffice(closed, desk.by())).toMatchObject({ answer: { code: 'numberOnlyStated' } });
		const begun = desk.statedWork.current;
		await desk.wholeJournal.refoldForLaw();
		desk.openAgain();
		await vi.waitFor(() => expect(desk.state).toBe('ready'));
		expect([desk.person?.id, desk.statedWork.current]).toEqual([AIGUL, begun]);
		desk.lock();
		expect(desk.statedWork.isOf(AIGUL)).toBe(false);
	});

	it('D107 ends as they prove who they are, and what follows is of a session', async () => {
		await desk.goOnUnder('101');
		desk.lock();
		expect(await desk.take(await desk.unlocking.byBadge(badgeOf(1), '482915'))).toEqual({ ok: true });
		expect(desk.statedWork.current).toBeNull();
		expect(desk.stamp().session).toBeDefined();
		expect(desk.statedWork.isPageStale).toBe(true);
	});

	it('D107 what was done under it is remembered until they are asked', async () => {
		await desk.goOnUnder('101');
		const { head } = await desk.wholeJournal.state();
		const drafts = await desk.wholeJournal.read((reader) => reader.drafts('statedWork'));
		expect(drafts.map(({ value }) => value)).toContainEqual(
			expect.objectContaining({ person: AIGUL, journal: head.journal, after: head.seq })
		);
	});
});
