import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '#tests/support/people-database.ts';
import { readBadge } from '#lib/domain/number/badge.ts';
import { openKey, type StretchedPin, stretchNewPin } from '#lib/protocol/badge-key.ts';
import { type Database } from '../store/database.ts';
import { badgesOf, forgetPin, keepBadge, makeBadge, type MadeBadge, rewrapBadge, sessionKeyOf } from './badges.ts';
import { openServerSecret, secretOf } from './server-secret.ts';

const STAFF = 'staff-101';
const PIN = '905716';
const secret = secretOf(Buffer.alloc(32, 7));
const cheap = (pin: string): Promise<StretchedPin> => stretchNewPin(pin, 100_000);

let db: Database;
beforeEach(async () => {
	db = await openEmptyDatabase();
	await db.insertInto('orgs').values({ id: 'center-04', windows: '[]', hours: '', slots: '' }).execute();
	const name = { surname: 'Сейітова', given: 'Айгүл', patronymic: null };
	const person = { id: STAFF, number: '101', ...name, roles: '["centerInspector"]', org: 'center-04', window: null };
	await db
		.insertInto('people')
		.values({ ...person, password: '', pin: null })
		.execute();
	return () => db.destroy();
});
/** As the registry's act leaves it, and then what it keeps. */
async function keep(made: MadeBadge, by = secret): Promise<void> {
	const row = { badge: made.badge, digits: null, private_key: null, wrapped: null };
	await db.deleteFrom('badges').execute();
	await db
		.insertInto('badges')
		.values({ staff: STAFF, ...row })
		.execute();
	await keepBadge(db, by, STAFF, made);
}
const wrapped = async () => (await badgesOf(db, [STAFF])).get(STAFF)!.wrapped;

/** Whether a private key signs for a public one. */
async function signsFor(key: CryptoKey | null, spki: string): Promise<boolean> {
	if (!key) return false;
	const text = Buffer.from('tereze');
	const signature = Buffer.from(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, text));
	const publicKey = {
		key: Buffer.from(spki, 'base64url'),
		format: 'der',
		type: 'spki',
		dsaEncoding: 'ieee-p1363'
	} as const;
	return verify('sha256', text, publicKey, signature);
}

describe('the badge of a person', () => {
	it('N172 opens a key that signs for the recorded one with its PIN, and with no other PIN or badge', async () => {
		const [made, other] = [await makeBadge(), await makeBadge()];
		await rewrapBadge(db, secret, STAFF, await cheap(PIN));
		await keep(made);
		const kept = (await wrapped())!;
		expect(await signsFor(await openKey(kept, made.digits, PIN), made.key)).toBe(true);
		expect(await openKey(kept, made.digits, '905717')).toBeNull();
		expect(await openKey(kept, other.digits, PIN)).toBeNull();
		expect(readBadge(made.digits)).toEqual({ ok: true, digits: made.digits });
	});

	it('N172 the key that it opens cannot be taken out of the browser', async () => {
		const made = await makeBadge();
		await rewrapBadge(db, secret, STAFF, await cheap(PIN));
		await keep(made);
		const key = (await openKey((await wrapped())!, made.digits, PIN))!;
		expect([key.extractable, key.usages]).toEqual([false, ['sign']]);
	});

	it('N173 is wrapped anew for a new PIN without the card; the old PIN opens it no more', async () => {
		const made = await makeBadge();
		await keep(made);
		expect(await wrapped()).toBeNull();
		await rewrapBadge(db, secret, STAFF, await cheap('441829'));
		await rewrapBadge(db, secret, STAFF, await cheap(PIN));
		const kept = (await wrapped())!;
		expect(await openKey(kept, made.digits, '441829')).toBeNull();
		expect(await signsFor(await openKey(kept, made.digits, PIN), made.key)).toBe(true);
	});

	it('N173 PINs and a badge that come at the same moment end with one PIN that opens the badge', async () => {
		const made = await makeBadge();
		await keep(made);
		const pins = ['441829', '730264', PIN];
		await Promise.all([
			...pins.map(async (pin) => rewrapBadge(db, secret, STAFF, await cheap(pin))),
			keepBadge(db, secret, STAFF, made)
		]);
		const kept = (await wrapped())!;
		const opened = await Promise.all(pins.map((pin) => openKey(kept, made.digits, pin)));
		expect(opened.filter((key) => key !== null)).toHaveLength(1);
		// The PIN that opens it is the one that the next badge is wrapped for.
		const next = await makeBadge();
		await keep(next);
		const again = await Promise.all(pins.map(async (pin) => openKey((await wrapped())!, next.digits, pin)));
		expect(again.map((key) => key !== null)).toEqual(opened.map((key) => key !== null));
	});

	it('N173 opens nothing after its PIN was reset, or was set by a program that knows no badges', async () => {
		await rewrapBadge(db, secret, STAFF, await cheap(PIN));
		await keep(await makeBadge());
		await forgetPin(db, STAFF);
		expect(await wrapped()).toBeNull();
		await rewrapBadge(db, secret, STAFF, await cheap(PIN));
		await rewrapBadge(db, secret, STAFF, undefined);
		expect(await wrapped()).toBeNull();
	});

	it('N174 neither digits nor key nor the form of the PIN lie readable in the database', async () => {
		const made = await makeBadge();
		const pin = await cheap(PIN);
		await rewrapBadge(db, secret, STAFF, pin);
		await keep(made);
		const rows = JSON.stringify([
			await db.selectFrom('badges').selectAll().execute(),
			await db.selectFrom('people').selectAll().where('id', '=', STAFF).execute()
		]);
		for (const text of [made.digits, made.privateKey, pin.key]) expect(rows).not.toContain(text);
	});

	it('N174 the server hands out the key behind the password; with another secret nothing is opened, and a new badge mends it', async () => {
		const made = await makeBadge();
		await keep(made);
		expect(await sessionKeyOf(db, secret, STAFF)).toBe(made.privateKey);
		expect(await sessionKeyOf(db, secret, 'staff-102')).toBeUndefined();
		const another = secretOf(Buffer.alloc(32, 8));
		expect(await sessionKeyOf(db, another, STAFF)).toBeUndefined();
		await rewrapBadge(db, another, STAFF, await cheap(PIN));
		expect(await wrapped()).toBeNull();
		await keep(await makeBadge(), another);
		expect(await wrapped()).not.toBeNull();
	});
});

describe('the server’s secret', () => {
	it('N175 lies in a file of the server’s user only, is the same after a restart, and a damaged one stops the start', () => {
		const folder = mkdtempSync(join(tmpdir(), 'secret-'));
		const file = join(folder, 'secret');
		const sealed = openServerSecret(file).seal('pin staff-101', 'x');
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(openServerSecret(file).open('pin staff-101', sealed)).toBe('x');
		expect(openServerSecret(file).open('pin staff-102', sealed)).toBeNull();
		expect(openServerSecret(file).open('pin staff-101', `${sealed.slice(0, -2)}AA`)).toBeNull();
		expect(openServerSecret(file).open('pin staff-101', '')).toBeNull();
		writeFileSync(file, 'short');
		expect(() => openServerSecret(file)).toThrow('damaged');
		rmSync(folder, { recursive: true });
	});
});
