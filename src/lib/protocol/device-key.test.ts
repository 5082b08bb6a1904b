import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { DeviceHand } from '#tests/support/device-hand.ts';
import { isSignedBy, KeyProofSchema } from './device-key.ts';

const HASH = 'a'.repeat(64);
let hand: DeviceHand;
let signature: string;
beforeAll(async () => {
	hand = await DeviceHand.make();
	({ signature } = await hand.place('J1', { seq: 7, hash: HASH }));
});

const PUSH = { purpose: 'push', journal: 'J1', seq: 7, hash: HASH } as const;

describe('what a device’s key signs', () => {
	it('S201 is worth something for exactly that place of that journal, and no other purpose', async () => {
		expect(await isSignedBy(hand.key, signature, PUSH)).toBe(true);
		const others = [
			{ ...PUSH, journal: 'J2' },
			{ ...PUSH, seq: 8 },
			{ ...PUSH, hash: 'b'.repeat(64) },
			{ purpose: 'fork', continues: 'J1', commonSeq: 7, hash: HASH, journal: 'J2' },
			{ purpose: 'enrol', journal: 'J1', key: `7\n${HASH}` },
			{ purpose: 'ticket', challenge: 'J1', last: `7\n${HASH}` }
		] as const;
		for (const other of others) expect(await isSignedBy(hand.key, signature, other)).toBe(false);
		expect(await isSignedBy((await DeviceHand.make()).key, signature, PUSH)).toBe(false);
	});

	it('S201 has one spelling; garbage and a key on no point of the curve have signed nothing and end nothing', async () => {
		const form = (key: string, by: string) => v.safeParse(KeyProofSchema, { key, signature: by }).success;
		expect(form(hand.key, signature)).toBe(true);
		// The last character stands for two bits; the other four must be zeros.
		const respelled = signature.slice(0, -1) + String.fromCharCode(signature.charCodeAt(85) + 1);
		for (const wrong of [respelled, `${signature}=`, signature.slice(1), '', 'ә'.repeat(86), 'A'.repeat(1_000_000)])
			expect(form(hand.key, wrong)).toBe(false);
		const offCurve = hand.key.slice(0, 36) + 'A'.repeat(86);
		expect(form(offCurve, signature)).toBe(true);
		expect(await isSignedBy(offCurve, signature, PUSH)).toBe(false);
		expect(await isSignedBy('&', '&', PUSH)).toBe(false);
	});
});
