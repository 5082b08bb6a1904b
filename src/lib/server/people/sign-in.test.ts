import { openDemoDatabase } from '#tests/support/people-database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { ATTEMPT_WINDOW_MS } from './attempts.ts';
import { checkPassword, hashPassword } from './password.ts';
import { closeSession, findSession, SESSION_MS } from './sessions.ts';
import { signIn } from './sign-in.ts';
import type { Database } from '../store/database.ts';

const AT = 1_790_000_000_000;
const RIGHT = { number: '101', password: 'tereze-101' };
const WRONG = { number: '101', password: 'tereze-102' };
const HERE = '10.0.0.1';

let db: Database;
beforeEach(async () => {
	db = await openDemoDatabase();
});

/** Passwords compared without their cost, which only the tests of the work itself need. */
const quick = {
	check: async (password: string, kept: string) => password === 'tereze-101' && kept === (await kept101())
};
const kept101 = async () =>
	(await db.selectFrom('people').select('password').where('number', '=', '101').executeTakeFirstOrThrow()).password;
const attempt = (request: typeof RIGHT, at = AT, address = HERE) => signIn(db, request, { at, address, ...quick });

describe('sign-in', () => {
	it('N50 the right password opens a session of that person', async () => {
		const result = await signIn(db, RIGHT, { at: AT, address: HERE });
		expect(result).toMatchObject({
			ok: true,
			session: {
				person: { number: '101', roles: ['centerInspector'], org: 'center-04', window: '1' },
				hasPin: true,
				expiresAt: AT + SESSION_MS
			}
		});
	});

	it('N50 a wrong password and an unknown number are told alike', async () => {
		const wrong = await signIn(db, WRONG, { at: AT, address: HERE });
		const unknown = await signIn(db, { ...WRONG, number: '999' }, { at: AT, address: HERE });
		expect(wrong).toEqual({ ok: false, why: 'wrong', attemptsLeft: 4 });
		expect(unknown).toEqual(wrong);
	});

	it('N50 an unknown number costs one check of a password at full price, as a known one does', async () => {
		const checked: string[] = [];
		const check = async (_: string, kept: string) => {
			checked.push(kept);
			return false;
		};
		await signIn(db, WRONG, { at: AT, address: HERE, check });
		await signIn(db, { ...WRONG, number: '999' }, { at: AT, address: HERE, check });
		const price = /^\$argon2id\$v=19\$m=47104,t=2,p=1\$[^$]{22}\$[^$]{43}$/;
		expect(checked).toEqual([expect.stringMatching(price), expect.stringMatching(price)]);
	});

	it('N50 a kept password is argon2id with its own salt, and tells right from wrong', async () => {
		const [one, two] = [await hashPassword('құпиясөз'), await hashPassword('құпиясөз')];
		expect(one).not.toBe(two);
		expect(await checkPassword('құпиясөз', one)).toBe(true);
		expect(await checkPassword('кұпиясөз', one)).toBe(false);
		await expect(checkPassword('құпиясөз', 'құпиясөз')).rejects.toThrow();
	});

	it('N51 attempts are counted down and the sixth is not even checked', async () => {
		for (const attemptsLeft of [4, 3, 2, 1, 0]) {
			expect(await attempt(WRONG)).toEqual({ ok: false, why: 'wrong', attemptsLeft });
		}
		expect(await attempt(RIGHT, AT + 1000)).toEqual({
			ok: false,
			why: 'closed',
			retryAfterMs: ATTEMPT_WINDOW_MS - 1000
		});
		expect(await attempt(RIGHT, AT + ATTEMPT_WINDOW_MS)).toMatchObject({ ok: true });
	});

	it('N51 guesses made at the same moment all count', async () => {
		const results = await Promise.all(Array.from({ length: 12 }, () => attempt(WRONG)));
		expect(results.filter((result) => !result.ok && result.why === 'wrong')).toHaveLength(5);
	});

	it('N51 a success forgives the failures before it', async () => {
		for (let i = 0; i < 4; i++) await attempt(WRONG);
		expect(await attempt(RIGHT)).toMatchObject({ ok: true });
		expect(await attempt(WRONG)).toEqual({ ok: false, why: 'wrong', attemptsLeft: 4 });
	});

	it('N51 a stranger elsewhere does not keep a person out of the own window', async () => {
		for (let i = 0; i < 8; i++) await attempt(WRONG, AT, '203.0.113.9');
		expect(await attempt(RIGHT)).toMatchObject({ ok: true });
	});

	it('N51 guessing one number from many addresses, or many numbers from one, ends too', async () => {
		const fromMany = [];
		for (let i = 0; i < 31; i++) fromMany.push(await attempt(WRONG, AT, `203.0.113.${i}`));
		expect(fromMany.at(29)).toMatchObject({ why: 'wrong', attemptsLeft: 0 });
		expect(fromMany.at(30)).toMatchObject({ why: 'closed' });
		const ofMany = [];
		for (let i = 0; i < 101; i++) ofMany.push(await attempt({ ...WRONG, number: `5${i}000` }));
		expect(ofMany.at(99)).toMatchObject({ why: 'wrong' });
		expect(ofMany.at(100)).toMatchObject({ why: 'closed' });
	});

	it('N81 who has signed in somewhere is not locked out there by what strangers try from elsewhere', async () => {
		const elsewhere = '10.0.0.2';
		for (const address of [HERE, elsewhere]) await attempt(RIGHT, AT, address);
		for (let i = 0; i < 60; i++) await attempt(WRONG, AT, `203.0.113.${i}`);
		for (const address of [HERE, elsewhere]) expect(await attempt(RIGHT, AT, address)).toMatchObject({ ok: true });
		expect(await attempt(RIGHT, AT, '203.0.113.200')).toMatchObject({ why: 'closed' });
	});

	it('N81 who has signed in with a browser is not locked out of it by colleagues at the same address, or by its new address', async () => {
		const own = (request: typeof RIGHT, token?: string, address = HERE) =>
			signIn(db, request, { at: AT, address, token, ...quick });
		await own(RIGHT, 'mine');
		for (let i = 0; i < 120; i++) await own(WRONG, `colleague-${i}`);
		for (let i = 0; i < 120; i++) await own({ ...WRONG, number: `5${i}000` });
		expect(await own(RIGHT, 'another')).toMatchObject({ why: 'closed' });
		expect(await own(RIGHT, 'mine')).toMatchObject({ ok: true });
		expect(await own(RIGHT, 'mine', '198.51.100.7')).toMatchObject({ ok: true });
	});

	it('N81 in a known place, too, the sixth wrong password in a row is not even checked', async () => {
		const own = (request: typeof RIGHT) => signIn(db, request, { at: AT, address: HERE, token: 'mine', ...quick });
		await own(RIGHT);
		for (let i = 0; i < 5; i++) expect(await own(WRONG)).toMatchObject({ why: 'wrong', attemptsLeft: 4 - i });
		expect(await own(RIGHT)).toMatchObject({ why: 'closed' });
	});

	it('N81 a place of one person is none of another, and a wrong password makes none', async () => {
		await attempt(RIGHT);
		for (let i = 0; i < 31; i++) await attempt({ ...WRONG, number: '102' }, AT, `203.0.113.${i}`);
		expect(await attempt({ ...WRONG, number: '102' })).toMatchObject({ why: 'closed' });
	});

	it('N81 a place is forgotten when nobody came in there for ninety days', async () => {
		await attempt(RIGHT);
		const later = AT + 91 * 24 * 60 * 60_000;
		for (let i = 0; i < 31; i++) await attempt(WRONG, later, `203.0.113.${i}`);
		expect(await attempt(RIGHT, later)).toMatchObject({ why: 'closed' });
	});

	it('N81 of many sign-ins at the same moment some are asked to come again, and no attempt is counted for them', async () => {
		const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => attempt(WRONG, AT, `203.0.113.${i}`)));
		const busy = answers.filter((answer) => !answer.ok && answer.why === 'busy');
		expect(busy).toHaveLength(36);
		expect(await attempt(WRONG, AT, '198.51.100.1')).toMatchObject({ why: 'wrong' });
	});

	it('N51 a shift of many sign-ins at one address closes nothing', async () => {
		for (let i = 0; i < 120; i++) expect(await attempt(RIGHT)).toMatchObject({ ok: true });
	});
});

describe('sessions', () => {
	const open = async () => {
		const result = await attempt(RIGHT);
		if (!result.ok) throw new Error('The sign-in was refused');
		return result.token;
	};

	it('N52 the token is 256 random bits and the database does not hold it', async () => {
		const [one, two] = [await open(), await open()];
		expect(Buffer.from(one, 'base64url')).toHaveLength(32);
		expect(one).not.toBe(two);
		const rows = await db.selectFrom('sessions').selectAll().execute();
		expect(rows).toHaveLength(2);
		expect(JSON.stringify(rows)).not.toContain(one);
		expect(await findSession(db, rows[0]?.token_hash ?? '', AT)).toBeUndefined();
	});

	it('N52 a session is found until its end, and swept after it', async () => {
		const token = await open();
		expect(await findSession(db, token, AT + SESSION_MS - 1)).toMatchObject({ person: { number: '101' } });
		expect(await findSession(db, token, AT + SESSION_MS)).toBeUndefined();
		await attempt(RIGHT, AT + SESSION_MS);
		expect(await db.selectFrom('sessions').selectAll().execute()).toHaveLength(1);
	});

	it('N52 sign-out ends this session only, and may be repeated', async () => {
		const [mine, other] = [await open(), await open()];
		await closeSession(db, mine);
		await closeSession(db, mine);
		expect(await findSession(db, mine, AT)).toBeUndefined();
		expect(await findSession(db, other, AT)).toMatchObject({ person: { number: '101' } });
	});
});
