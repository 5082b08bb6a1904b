import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ABrowser } from '#tests/support/a-browser.ts';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { makePinVerifier } from '#lib/protocol/pin.ts';
import { DELETE, GET, POST } from '../../../routes/api/session/+server.ts';
import { POST as POST_CODE } from '../../../routes/api/session/code/+server.ts';
import { DELETE as END_OTHERS, GET as OTHERS } from '../../../routes/api/session/others/+server.ts';
import { PUT as PUT_PASSWORD } from '../../../routes/api/session/password/+server.ts';
import { PUT as PUT_PIN } from '../../../routes/api/session/pin/+server.ts';
import { issueCode } from './one-time-codes.ts';
import type { PersonRow } from './people-tables.ts';
import { setPin } from './person.ts';
import { SESSION_MS } from './sessions.ts';
import type { Database } from '../store/database.ts';
import { syncServerOf } from '../sync/sync-server.ts';

const HOUR_MS = 60 * 60_000;
const NEW = 'тынық мұхит үш кеме';
const folder = mkdtempSync(join(tmpdir(), 'session-'));
let db: Database;
let people: PersonRow[];

beforeAll(async () => {
	db = await openDemoDatabase();
	await syncServerOf(db, folder);
	people = await db.selectFrom('people').selectAll().execute();
});
beforeEach(async () => {
	vi.useFakeTimers({ toFake: ['Date'], now: 1_790_000_000_000 });
	for (const table of ['sessions', 'sign_in_attempts', 'known_places', 'one_time_codes'] as const)
		await db.deleteFrom(table).execute();
	for (const { id, password, pin } of people)
		await db.updateTable('people').set({ password, pin }).where('id', '=', id).execute();
});
afterAll(async () => {
	vi.useRealTimers();
	await db.destroy();
	rmSync(folder, { recursive: true });
});

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const signIn = (browser: ABrowser, password = 'tereze-101', number = '101') =>
	browser.ask({ method: 'POST', handler: POST, body: { number, password } });
const byCode = (browser: ABrowser, code: string, password = NEW, number = '101') =>
	browser.ask({ method: 'POST', handler: POST_CODE, body: { number, code, password } });
const change = (browser: ABrowser, old: string, password = NEW) =>
	browser.ask({ method: 'PUT', handler: PUT_PASSWORD, body: { old, password } });
const choosePin = async (browser: ABrowser, more: object = {}) =>
	browser.ask({
		method: 'PUT',
		handler: PUT_PIN,
		body: { verifier: await makePinVerifier('905716', 100_000), ...more }
	});
const whoIs = async (browser: ABrowser) => (await browser.ask({ method: 'GET', handler: GET })).json;
const tls = (address?: string) =>
	new ABrowser(db, { origin: 'https://tereze.example', ...(address ? { address } : {}) });
const codeOf = async (staff = 'staff-101') => (await issueCode(db, staff, 'staff-106', Date.now()))!.code;
/** Signed in at two browsers. */
const twoOf = async () => {
	const browsers = [new ABrowser(db), new ABrowser(db)] as const;
	for (const browser of browsers) await signIn(browser);
	return browsers;
};

describe('the cookie of a session', () => {
	it('N127 cannot be put by another host: over TLS it bears __Host- and what that demands', async () => {
		const browser = tls();
		await signIn(browser);
		const kept = browser.cookies.get('__Host-tereze');
		expect(kept?.options).toMatchObject({ path: '/', secure: true, httpOnly: true, sameSite: 'strict' });
		expect(kept?.options).not.toHaveProperty('domain');
		expect([...browser.cookies.keys()].toSorted()).toEqual(['__Host-tereze', 'tereze-place']);
	});

	it('N127 has its plain name without TLS, where browsers refuse the other', async () => {
		const browser = new ABrowser(db);
		await signIn(browser);
		expect(browser.cookies.get('tereze-session')?.options).toMatchObject({ secure: false, httpOnly: true });
		expect(browser.cookies.has('__Host-tereze')).toBe(false);
	});

	it('N127 of the earlier name holds its session until that ends, and gives way at the next sign-in', async () => {
		const [before, browser] = [new ABrowser(db), tls()];
		await signIn(before);
		browser.cookies.set('tereze-session', before.cookies.get('tereze-session')!);
		expect(await whoIs(browser)).toMatchObject({ person: { number: '101' } });
		await signIn(browser, 'tereze-102', '102');
		expect(browser.cookies.has('tereze-session')).toBe(false);
		expect(await whoIs(browser)).toMatchObject({ person: { number: '102' } });
		expect(await whoIs(before), 'the session before has ended').toMatchObject({ code: 'notSignedIn' });
	});

	it('N127 is another one at each sign-in, and gone with its session at the sign-out', async () => {
		const browser = tls();
		await signIn(browser);
		const first = browser.cookies.get('__Host-tereze')!;
		await signIn(browser);
		expect(browser.cookies.get('__Host-tereze')!.value).not.toBe(first.value);
		expect(await db.selectFrom('sessions').selectAll().execute()).toHaveLength(1);
		await browser.ask({ method: 'DELETE', handler: DELETE });
		expect([...browser.cookies.keys()]).toEqual(['tereze-place']);
		expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([]);
	});
});

describe('a new password of somebody who knows the old one', () => {
	it('N124 takes its place, ends the person’s other sessions and goes on in a new one', async () => {
		const [mine, other] = await twoOf();
		const colleague = new ABrowser(db);
		await signIn(colleague, 'tereze-102', '102');
		const before = mine.cookies.get('tereze-session')!.value;
		expect(await change(mine, 'tereze-101')).toMatchObject({ status: 200, json: { person: { number: '101' } } });
		expect(mine.cookies.get('tereze-session')!.value).not.toBe(before);
		expect(await whoIs(mine)).toMatchObject({ person: { number: '101' } });
		expect(await whoIs(other)).toMatchObject({ code: 'notSignedIn' });
		expect(await whoIs(colleague)).toMatchObject({ person: { number: '102' } });
		expect(await signIn(other)).toMatchObject({ status: 401 });
		expect(await signIn(other, NEW)).toMatchObject({ status: 200 });
	});

	it('N124 is refused to whoever does not know it: wrong ones count as at the sign-in', async () => {
		const [mine] = await twoOf();
		for (const attemptsLeft of [4, 3, 2, 1, 0])
			expect((await change(mine, 'tereze-102')).json).toMatchObject({ code: 'wrongCredentials', attemptsLeft });
		expect(await change(mine, 'tereze-101')).toMatchObject({ status: 429, json: { code: 'tooManyAttempts' } });
		expect(await change(new ABrowser(db), 'tereze-101')).toMatchObject({ status: 401, json: { code: 'notSignedIn' } });
	});

	it.each([
		['x8#kfP2mQ', 'tooShort'],
		['x8#kfP2mQ'.repeat(30), 'tooLong'],
		['қазақстан123', 'guessable'],
		['Сейітова-101', 'personal'],
		['tereze-101', 'asBefore']
	])('N123 the server refuses %s as %s, and the old one stays', async (password, weakness) => {
		const [mine, other] = await twoOf();
		expect(await change(mine, 'tereze-101', password)).toMatchObject({
			status: 422,
			json: { code: 'weakPassword', weakness }
		});
		expect(await whoIs(other)).toMatchObject({ person: { number: '101' } });
		expect(await signIn(other)).toMatchObject({ status: 200 });
	});
});

describe('a one-time code', () => {
	it('N126 sets a new password, ends every session, and opens one', async () => {
		const [, other] = await twoOf();
		const browser = new ABrowser(db);
		expect(await byCode(browser, await codeOf())).toMatchObject({ status: 200, json: { person: { number: '101' } } });
		expect(await whoIs(browser)).toMatchObject({ person: { number: '101' } });
		expect(await whoIs(other)).toMatchObject({ code: 'notSignedIn' });
		expect(await signIn(other, NEW)).toMatchObject({ status: 200 });
	});

	it('N126 opens once, also where two use it at the same moment', async () => {
		const code = await codeOf();
		const answers = await Promise.all([new ABrowser(db), tls('10.0.0.2')].map((browser) => byCode(browser, code)));
		expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
		expect(await byCode(new ABrowser(db), code)).toMatchObject({ status: 401, json: { code: 'wrongCredentials' } });
	});

	it('N126 opens for a day, for its own person, and not once a later one is there', async () => {
		const [first, second] = [await codeOf(), await codeOf()];
		expect(await byCode(new ABrowser(db), first)).toMatchObject({ status: 401 });
		expect(await byCode(new ABrowser(db), second, NEW, '102')).toMatchObject({ status: 401 });
		later(24 * HOUR_MS - 1);
		expect(await byCode(new ABrowser(db), second)).toMatchObject({ status: 200 });
		const third = await codeOf();
		later(24 * HOUR_MS);
		expect(await byCode(new ABrowser(db), third)).toMatchObject({ status: 401 });
	});

	it('N126 is kept as a hash as dear as a password’s, with who gave it', async () => {
		const code = await codeOf();
		const [row] = await db.selectFrom('one_time_codes').selectAll().execute();
		expect(row).toMatchObject({
			person: 'staff-101',
			issued_by: 'staff-106',
			hash: expect.stringContaining('m=47104')
		});
		expect(JSON.stringify(row)).not.toContain(code);
		expect(await issueCode(db, 'staff-999', null, Date.now())).toBeNull();
	});

	it('N126 is guessed no faster than a password, and opens nothing after ten wrong ones wherever they were tried', async () => {
		const [right, wrong] = [await codeOf(), await codeOf('staff-102')];
		const browser = new ABrowser(db);
		for (const attemptsLeft of [4, 3, 2, 1, 0])
			expect((await byCode(browser, wrong)).json).toMatchObject({ code: 'wrongCredentials', attemptsLeft });
		expect(await byCode(browser, right)).toMatchObject({ status: 429, json: { code: 'tooManyAttempts' } });
		for (let at = 2; at <= 6; at += 1) await byCode(tls(`10.0.0.${at}`), wrong);
		expect(await byCode(tls('10.0.0.9'), right)).toMatchObject({ status: 401 });
	});

	it('N126 an unknown number and a person without a code are told as a wrong code is', async () => {
		const [unknown, without] = [
			await byCode(tls('10.0.0.2'), await codeOf(), NEW, '999'),
			await byCode(tls('10.0.0.3'), 'x', NEW, '104')
		];
		expect(unknown).toEqual(without);
		expect(unknown.json).toMatchObject({ code: 'wrongCredentials', attemptsLeft: 4 });
	});

	it('N126 stays where the new password will not do, and costs no attempt then', async () => {
		const [browser, code] = [new ABrowser(db), await codeOf()];
		for (let time = 0; time < 7; time += 1)
			expect((await byCode(browser, code, 'құпиясөз2026')).json).toMatchObject({
				code: 'weakPassword',
				weakness: 'guessable'
			});
		expect(await byCode(browser, code)).toMatchObject({ status: 200 });
	});
});

describe('a new PIN', () => {
	it('N125 is set right after the password, and ends the person’s other sessions', async () => {
		const [mine, other] = await twoOf();
		expect(await choosePin(mine, { person: 'staff-101' })).toMatchObject({ status: 204 });
		expect(await whoIs(mine)).toMatchObject({ person: { number: '101' }, hasPin: true, isPinOld: false });
		expect(await whoIs(other)).toMatchObject({ code: 'notSignedIn' });
	});

	it('N125 is not set by whoever finds a browser that was signed in hours ago, nor for another person', async () => {
		const browser = new ABrowser(db);
		await signIn(browser);
		expect(await choosePin(browser, { person: 'staff-102' })).toMatchObject({ status: 401 });
		later(SESSION_MS / 2);
		expect(await whoIs(browser)).toMatchObject({ person: { number: '101' } });
		expect(await choosePin(browser)).toMatchObject({ status: 401, json: { code: 'notSignedIn' } });
		await signIn(browser);
		expect(await choosePin(browser)).toMatchObject({ status: 204 });
	});

	it('N122 chosen under the earlier rule is told at the sign-in', async () => {
		const { policy: _, ...old } = await makePinVerifier('905716', 100_000);
		await setPin(db, 'staff-101', old);
		expect((await signIn(new ABrowser(db))).json).toMatchObject({ hasPin: true, isPinOld: true });
	});
});

describe('the same person at other browsers', () => {
	const others = (browser: ABrowser) => browser.ask({ method: 'GET', handler: OTHERS });

	it('N87 is told since when, and ends them without being signed out here', async () => {
		const [mine, other, stranger] = [new ABrowser(db), new ABrowser(db), new ABrowser(db)];
		await signIn(mine);
		expect((await others(mine)).json).toEqual({ person: 'staff-101', since: [] });
		later(HOUR_MS);
		await signIn(other);
		await signIn(stranger, 'tereze-102', '102');
		expect((await others(mine)).json).toEqual({ person: 'staff-101', since: [Date.now()] });

		expect(await mine.ask({ method: 'DELETE', handler: END_OTHERS })).toMatchObject({ status: 204 });
		expect(await whoIs(other)).toMatchObject({ code: 'notSignedIn' });
		for (const [browser, number] of [
			[mine, '101'],
			[stranger, '102']
		] as const)
			expect(await whoIs(browser)).toMatchObject({ person: { number } });
		expect((await others(other)).json).toMatchObject({ code: 'notSignedIn' });
	});
});
