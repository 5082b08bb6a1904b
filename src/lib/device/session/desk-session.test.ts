import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { aBadge, badgeOf } from '../../../../tests/support/a-badge.ts';
import { type FactOf } from '#lib/domain/fact/fact.ts';
import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { sessionText } from '#lib/domain/registry/session-text.ts';
import { type Journal, openDeviceJournal } from '#lib/journal/open-device-journal.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type Colleague } from '#lib/protocol/context-messages.ts';
import { DeskSession } from './desk-session.ts';
import { createKeyHolder, type KeyHolder } from '#lib/device/keys/key-holder.ts';
import { keyNameOf } from '#lib/device/keys/unlocking.ts';
import { openKey } from '#lib/protocol/badge-key.ts';

const PIN = '905716';
const CENTER = 'center-04' as OrgId;
let [AIGUL, DANA] = ['', ''] as [StaffId, StaffId];
let at: number;
let journal: Journal;
let keys: KeyHolder;
let shelf: Map<string, string>;
let aigul: Colleague;
let verifyKey: CryptoKey;

beforeEach(async () => {
	// The store of the tests before is still there.
	[AIGUL, DANA] = [uuid() as StaffId, uuid() as StaffId];
	at = Date.now();
	journal = await openDeviceJournal();
	keys = createKeyHolder(Date.now);
	shelf = new Map();
	const card = await aBadge(badgeOf(1), PIN);
	verifyKey = card.verifyKey;
	const name = { surname: 'Сейітова', given: 'Айгүл' };
	const person = { id: AIGUL, number: '101', name, roles: ['centerInspector'], org: CENTER, window: null } as const;
	aigul = { ...person, roles: ['centerInspector'], pin: null, badge: card.badge };
	await keys.hold(keyNameOf(aigul)!, (await openKey(card.badge.wrapped!, badgeOf(1), PIN))!);
});
afterEach(() => journal.close());

const stamp = (actor = AIGUL) => ({ at: (at += 1000), actor, role: 'centerInspector', org: CENTER }) as const;
/** A tab of the same browser. */
const aTab = () =>
	new DeskSession({
		journal: () => journal,
		keys: () => keys,
		shelf: {
			getItem: (key) => shelf.get(key) ?? null,
			setItem: (key, text) => void shelf.set(key, text),
			removeItem: (key) => void shelf.delete(key)
		}
	});
const recorded = async () =>
	readableFacts(await journal.read((reader) => reader.ofTypes(['unlocked', 'locked'])))
		.filter(({ actor }) => actor === AIGUL || actor === DANA)
		.sort((a, b) => a.seq - b.seq);

describe('the session of whoever works at a device', () => {
	it('I115 is signed as they come, named by their facts, and over as they lock', async () => {
		const tab = aTab();
		await tab.begin(aigul, stamp(), false);
		const [opened] = (await recorded()) as FactOf<'unlocked'>[];
		const { signature, ...body } = opened!.body;
		const text = sessionText({ ...body, session: opened!.id, person: AIGUL, at: opened!.at });
		const bytes = Uint8Array.from(Buffer.from(signature, 'base64url'));
		const how = { name: 'ECDSA', hash: 'SHA-256' };
		expect(await crypto.subtle.verify(how, verifyKey, bytes, new TextEncoder().encode(text))).toBe(true);
		expect([tab.of(AIGUL), tab.of(DANA)]).toEqual([opened!.id, undefined]);
		await tab.end(stamp());
		expect((await recorded()).map(({ type, session }) => [type, session])).toEqual([
			['unlocked', opened!.id],
			['locked', opened!.id]
		]);
		// What was under way is still theirs.
		expect(tab.of(AIGUL)).toBe(opened!.id);
	});

	it('I116 is one for all tabs: a reload begins none, a second tab takes it over, and of two that lock one says it', async () => {
		const [first, second] = [aTab(), aTab()];
		await first.begin(aigul, stamp(), false);
		await aTab().begin(aigul, stamp(), true);
		expect(await recorded()).toHaveLength(1);
		await second.begin(aigul, stamp(), false);
		expect(first.of(AIGUL)).toBe(second.of(AIGUL));
		expect(await recorded()).toHaveLength(2);
		await Promise.all([second.end(stamp()), first.end(stamp())]);
		expect((await recorded()).filter(({ type }) => type === 'locked')).toHaveLength(1);
	});

	it('I117 who has no badge, or whose key is gone, works without a session, and never under another’s', async () => {
		const tab = aTab();
		await tab.begin(aigul, stamp(), false);
		await tab.begin({ ...aigul, id: DANA, badge: null }, stamp(DANA), false);
		expect([tab.of(DANA), tab.of(AIGUL)]).toEqual([undefined, undefined]);
		await keys.drop(AIGUL);
		await tab.begin(aigul, stamp(), false);
		expect(tab.of(AIGUL)).toBeUndefined();
		expect((await recorded()).filter(({ type }) => type === 'unlocked')).toHaveLength(1);
	});
});
