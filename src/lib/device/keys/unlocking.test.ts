import { beforeEach, describe, expect, it } from 'vitest';
import { aBadge, badgeOf } from '../../../../tests/support/a-badge.ts';
import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Colleague } from '#lib/protocol/context-messages.ts';
import { makePinVerifier } from '#lib/protocol/pin.ts';
import { createKeyHolder, KEY_HELD_MS, type KeyHolder } from './key-holder.ts';
import { PinTries } from './pin-tries.ts';
import { keyNameOf, Unlocking } from './unlocking.ts';

const PIN = '905716';
const [CARD, OTHER] = [badgeOf(1), badgeOf(2)];

let now: number;
let people: Colleague[];
let keys: KeyHolder;
let unlocking: Unlocking;
let verifyKey: CryptoKey;
let privateKey: string;

beforeEach(async () => {
	now = 1_795_000_000_000;
	const name = { surname: 'Сейітова', given: 'Айгүл' };
	const pin = await makePinVerifier(PIN, 100_000);
	const person = { name, roles: ['centerInspector'], org: 'center-04' as OrgId, window: null, pin } as const;
	const card = await aBadge(CARD, PIN);
	({ verifyKey, privateKey } = card);
	people = [
		{ ...person, id: 'staff-101' as StaffId, number: '101', roles: ['centerInspector'], badge: card.badge },
		{ ...person, id: 'staff-102' as StaffId, number: '102', roles: ['centerInspector'] }
	];
	keys = createKeyHolder(() => now);
	let kept = '';
	const tries = new PinTries({ read: () => kept, write: (text) => void (kept = text) });
	unlocking = new Unlocking({ people: () => people, tries, keys: () => keys, now: () => now });
});

const signs = async () => {
	const name = keyNameOf(people[0])!;
	const signature = await keys.sign(name, 'tereze');
	if (signature === null) return false;
	const bytes = Uint8Array.from(Buffer.from(signature, 'base64url'));
	return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, verifyKey, bytes, new TextEncoder().encode('tereze'));
};

describe('unlocking a device', () => {
	it('N178 cold, badge and PIN open it without a line, and from then on the PIN is enough', async () => {
		expect(await unlocking.byPin('101', PIN)).toEqual({ ok: false, why: 'badgeNeeded' });
		expect(await signs()).toBe(false);
		expect(await unlocking.byBadge(CARD, PIN)).toMatchObject({ ok: true, person: { number: '101' } });
		expect(await signs()).toBe(true);
		expect(await unlocking.byPin('101', PIN)).toMatchObject({ ok: true, person: { number: '101' } });
	});

	it('N178 who has no badge, or one whose PIN is still to be chosen, unlocks by number and PIN as before', async () => {
		expect(await unlocking.byPin('102', PIN)).toMatchObject({ ok: true, person: { number: '102' } });
		people = [{ ...people[0]!, badge: { ...people[0]!.badge!, wrapped: null } }];
		expect(await unlocking.byPin('101', PIN)).toMatchObject({ ok: true });
		expect(await unlocking.byBadge(CARD, PIN)).toEqual({ ok: false, why: 'badgeUnready' });
	});

	it('N178 the key that comes with the password opens as the badge does', async () => {
		await unlocking.byPassword(people[0]!, privateKey);
		expect([await signs(), (await unlocking.byPin('101', PIN)).ok]).toEqual([true, true]);
		await unlocking.byPassword(people[1]!, undefined);
	});

	it('N180 a key that was forgotten opens nothing more without the badge', async () => {
		await unlocking.byBadge(CARD, PIN);
		await unlocking.forget(people[0]!);
		expect([await signs(), await unlocking.byPin('101', PIN)]).toEqual([false, { ok: false, why: 'badgeNeeded' }]);
	});

	it('N179 wrong PINs behind a badge and behind the number count together, five of them', async () => {
		for (let left = 4; left > 1; left -= 1)
			expect(await unlocking.byBadge(CARD, '111111')).toEqual({ ok: false, why: 'wrongPin', left });
		await unlocking.byPassword({ id: 'staff-102' as StaffId, number: '102' }, undefined);
		expect(await unlocking.checkHand('101', '111111')).toEqual({ ok: false, why: 'wrongPin', left: 1 });
		expect(await unlocking.byBadge(CARD, '111111')).toMatchObject({ why: 'wait' });
		expect(await unlocking.byBadge(CARD, PIN)).toMatchObject({ why: 'wait' });
	});

	it('N179 a badge that nobody here has, and a cold device, cost no try', async () => {
		for (let turn = 0; turn < 7; turn += 1) {
			expect(await unlocking.byBadge(OTHER, '111111')).toEqual({ ok: false, why: 'badgeUnknown' });
			expect(await unlocking.byPin('101', '111111')).toEqual({ ok: false, why: 'badgeNeeded' });
		}
		expect(await unlocking.byBadge(CARD, PIN)).toMatchObject({ ok: true });
	});

	it('N180 a key is held for a shift at most, and that of an earlier badge is worth nothing', async () => {
		await unlocking.byBadge(CARD, PIN);
		now += KEY_HELD_MS - 1;
		expect(await unlocking.isWarm(people[0]!)).toBe(true);
		now += 1;
		expect(await unlocking.isWarm(people[0]!)).toBe(false);
		await unlocking.byBadge(CARD, PIN);
		people = [{ ...people[0]!, badge: (await aBadge(OTHER, PIN)).badge }];
		expect([await unlocking.isWarm(people[0]!), await signs()]).toEqual([false, false]);
		expect(await unlocking.byBadge(CARD, PIN)).toEqual({ ok: false, why: 'badgeUnknown' });
	});
});
