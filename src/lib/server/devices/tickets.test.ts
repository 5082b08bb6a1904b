import { beforeEach, describe, expect, it } from 'vitest';
import { DeviceHand } from '#tests/support/device-hand.ts';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { tokenHash } from '../http/secret-token.ts';
import type { Database } from '../store/database.ts';
import { findDevice } from './find-device.ts';
import { challengeFor, forgetTickets, takeTicket } from './tickets.ts';

const MINUTE = 60_000;
const AT = 1_795_000_000_000;
const TOKEN = 'T'.repeat(43);

let db: Database;
let hand: DeviceHand;
beforeEach(async () => {
	db = await openDemoDatabase();
	hand = await DeviceHand.make();
	const device = { id: 'd1', number: 7, journal: 'J1', org: 'center-04', place: 'window', window: '1', key: hand.key };
	const registered = { token_hash: tokenHash(TOKEN), registered_by: 'x', registered_at: 1, revoked_at: null };
	await db
		.insertInto('devices')
		.values({ ...device, ...registered })
		.execute();
});

type At = { at?: number; epoch?: string; unlockedAt?: number | null };
const context = ({ at = AT, epoch = 'E1', unlockedAt = null }: At) => ({ key: hand.key, at, epoch, unlockedAt });

/** A browser with the store's key, and the last ticket that it got. */
class Browser {
	last = '';

	async renew(when: At = {}): Promise<'ok' | 'copied' | 'refused'> {
		const { at = AT } = when;
		const challenge = await challengeFor(db, { key: hand.key, at });
		const asked = await takeTicket(db, await hand.answer(challenge, this.last), context(when));
		if (!asked.ok) return 'refused';
		if (!asked.answer.ticket) return 'copied';
		this.last = asked.answer.ticket.value;
		return 'ok';
	}

	copy(): Browser {
		const copy = new Browser();
		copy.last = this.last;
		return copy;
	}

	withheld = async (at = AT, ticket = this.last) =>
		(await findDevice(db, `Device ${TOKEN}${ticket === '' ? '' : ` ${ticket}`}`, at))!.withheld;
}

const aBrowser = async (): Promise<Browser> => {
	const browser = new Browser();
	await browser.renew();
	return browser;
};

describe('tickets', () => {
	it('N143 one opens reading for a quarter of an hour, and the one before until its own end', async () => {
		const browser = await aBrowser();
		const first = browser.last;
		expect(await browser.withheld(AT)).toBeNull();
		expect(await browser.renew({ at: AT + 10 * MINUTE })).toBe('ok');
		expect(await browser.withheld(AT + 14 * MINUTE, first)).toBeNull();
		expect(await browser.withheld(AT + 15 * MINUTE, first)).toBe('ticket');
		expect(await browser.withheld(AT + 24 * MINUTE)).toBeNull();
		expect(await browser.withheld(AT + 25 * MINUTE)).toBe('ticket');
		const kept = JSON.stringify(await db.selectFrom('device_tickets').selectAll().execute());
		for (const ticket of [first, browser.last]) expect(kept).not.toContain(ticket);
	});

	it('N143 the token alone, and with it a ticket of one’s own making, reads nothing', async () => {
		const browser = await aBrowser();
		for (const ticket of ['', 'A'.repeat(43), TOKEN]) expect(await browser.withheld(AT, ticket)).toBe('ticket');
		expect(await findDevice(db, `Device ${TOKEN} `, AT)).toBeUndefined();
		expect(await findDevice(db, `Device ${TOKEN} ${browser.last}x`, AT)).toBeUndefined();
	});

	it('N143 a lost answer is harmless, also twice', async () => {
		const browser = await aBrowser();
		for (let lost = 0; lost < 2; lost += 1) await browser.copy().renew();
		expect(await browser.renew()).toBe('ok');
		expect(await browser.renew()).toBe('ok');
		const untold = new Browser();
		await forgetTickets(db, hand.key);
		await untold.copy().renew();
		expect([await untold.renew(), await untold.renew()]).toEqual(['ok', 'ok']);
	});

	it('N144 a request that is said again, comes late or answers another challenge opens nothing and says nothing', async () => {
		const browser = await aBrowser();
		const [late, latest] = [
			await challengeFor(db, { key: hand.key, at: AT }),
			await challengeFor(db, { key: hand.key, at: AT })
		];
		const taken = async (challenge: string, at = AT) => {
			const asked = await takeTicket(db, await hand.answer(challenge, browser.last), context({ at }));
			return asked.ok ? 'ok' : asked.why;
		};
		expect(await taken(late)).toBe('stale');
		expect(await taken(latest, AT + 2 * MINUTE + 1)).toBe('stale');
		expect(await taken(latest)).toBe('ok');
		expect(await taken(latest)).toBe('stale');
		// Its answer was lost; nobody took the repeated one for a copy.
		expect(await browser.renew()).toBe('ok');
	});

	it('N144 a signature by another key, or over another ticket than is shown, opens nothing', async () => {
		const browser = await aBrowser();
		const challenge = await challengeFor(db, { key: hand.key, at: AT });
		const stranger = await (await DeviceHand.make()).answer(challenge, browser.last);
		const exchanged = { ...(await hand.answer(challenge, 'B'.repeat(43))), last: browser.last };
		for (const asked of [stranger, exchanged])
			expect(await takeTicket(db, asked, context({}))).toEqual({ ok: false, why: 'wrongProof' });
		expect(await browser.renew()).toBe('ok');
	});

	it('N145 of two copies of a store neither reads from the moment when one shows an older ticket', async () => {
		const browser = await aBrowser();
		const copy = browser.copy();
		for (let turn = 0; turn < 2; turn += 1) expect(await browser.renew()).toBe('ok');
		expect(await copy.renew({ at: AT + MINUTE })).toBe('copied');
		expect([await browser.withheld(), await copy.withheld()]).toEqual(['copied', 'copied']);
		expect(await browser.renew({ at: AT + 2 * MINUTE })).toBe('copied');
	});

	it('N145 copies that take turns are told apart soon', async () => {
		const [one, other] = [await aBrowser(), new Browser()];
		other.last = one.last;
		const said: string[] = [];
		for (let turn = 0; turn < 2; turn += 1) said.push(await one.renew(), await other.renew());
		expect(said).toContain('copied');
	});

	it('N145 who signs in at the device afterwards ends it there; the other copy is found again', async () => {
		const browser = await aBrowser();
		const copy = browser.copy();
		for (let turn = 0; turn < 2; turn += 1) await browser.renew();
		await copy.renew({ at: AT + MINUTE });
		// The session of the morning was copied with the profile.
		expect(await copy.renew({ at: AT + 3 * MINUTE, unlockedAt: AT })).toBe('copied');
		expect(await browser.renew({ at: AT + 3 * MINUTE, unlockedAt: AT + 2 * MINUTE })).toBe('ok');
		expect(await browser.withheld(AT + 3 * MINUTE)).toBeNull();
		expect(await copy.renew({ at: AT + 4 * MINUTE })).toBe('copied');
		await forgetTickets(db, hand.key);
		expect(await browser.renew({ at: AT + 5 * MINUTE })).toBe('ok');
	});

	it('N146 a server that was started anew takes the first ticket it is shown, and judges by its own from then on', async () => {
		const browser = await aBrowser();
		const image = await db.selectFrom('device_tickets').selectAll().execute();
		for (let turn = 0; turn < 3; turn += 1) await browser.renew();
		const copy = browser.copy();
		await db.deleteFrom('device_tickets').execute();
		await db.insertInto('device_tickets').values(image).execute();
		const restored = { epoch: 'E2' };
		expect([await browser.renew(restored), await browser.renew(restored)]).toEqual(['ok', 'ok']);
		expect(await copy.renew(restored)).toBe('copied');
	});
});
