import { openDemoDatabase } from '#tests/support/people-database.ts';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { plainLaw } from '#tests/support/plain-law.ts';
import { OrgIdSchema } from '#lib/domain/fact/ids.ts';
import { ContextResponseSchema } from '#lib/protocol/context-messages.ts';
import { RegistrationSchema } from '#lib/protocol/device-messages.ts';
import { checkPin, makePinVerifier } from '#lib/protocol/pin.ts';
import type { Person } from '#lib/protocol/session-messages.ts';
import { personOf, setPin } from '../people/person.ts';
import { findDevice } from './find-device.ts';
import { readContext } from './read-context.ts';
import { registerDevice } from './register-device.ts';
import type { Database } from '../store/database.ts';

const AT = 1_790_000_000_000;
let db: Database;
let inspector: Person;
let clerk: Person;

beforeEach(async () => {
	db = await openDemoDatabase();
	[inspector, clerk] = [await person('101'), await person('201')];
});

const person = async (number: string) =>
	personOf(await db.selectFrom('people').selectAll().where('number', '=', number).executeTakeFirstOrThrow());
const asking = (journal: string, had?: number, org = 'center-04') =>
	v.parse(RegistrationSchema, { journal, had, place: { org, kind: 'window', window: '1' } });
const register = async (journal: string, options: { had?: number; draw?: () => number } = {}) => {
	const { had, draw } = options;
	const result = await registerDevice(db, asking(journal, had), { by: inspector, at: AT, draw, perHour: 1_000_000 });
	if (!result.ok) throw new Error(result.why);
	return result;
};
const many = async (count: number, at: number, perHour: number) => {
	const results = [];
	for (let i = 0; i < count; i++)
		results.push(await registerDevice(db, asking(`many-${at}-${i}`), { by: inspector, at: at + i, perHour }));
	return results;
};
const deviceOf = (token: string) => findDevice(db, `Device ${token}`);
/** Draws the given numbers in turn. */
const drawing =
	(...numbers: number[]) =>
	() =>
		numbers.shift() ?? 77_777;

describe('numbers of devices', () => {
	it('N76 a person gets so many new numbers in an hour, is told how long to wait, and gets a known one again at any time', async () => {
		const results = await many(5, AT, 3);
		expect(results.map(({ ok }) => ok)).toEqual([true, true, true, false, false]);
		expect(results[3]).toEqual({ ok: false, why: 'tooMany', retryAfterMs: 60 * 60_000 - 3 });
		const again = { by: inspector, at: AT + 10, perHour: 3 };
		expect(await registerDevice(db, asking(`many-${AT}-0`), again)).toMatchObject({ ok: true });
		expect(await registerDevice(db, asking('of-clerk', undefined, 'body-15'), { ...again, by: clerk })).toMatchObject({
			ok: true
		});
		expect((await many(1, AT + 60 * 60_000, 3))[0]).toMatchObject({ ok: true });
	});

	it('N54 a journal gets a number from 1 to 99999 and a token that tells the device', async () => {
		const { number, token } = await register('journal-a');
		expect(number).toBeGreaterThanOrEqual(1);
		expect(number).toBeLessThanOrEqual(99_999);
		expect(await deviceOf(token)).toMatchObject({ number, journal: 'journal-a', org: 'center-04' });
	});

	it('N54 a lost answer is harmless: the same journal gets the same number, and only the newest token is good', async () => {
		const first = await register('journal-a');
		const second = await register('journal-a');
		expect(second.number).toBe(first.number);
		expect(await deviceOf(first.token)).toBeUndefined();
		expect(await deviceOf(second.token)).toMatchObject({ journal: 'journal-a' });
	});

	it('N54 two journals never share a number, even when it is drawn twice or asked for', async () => {
		const first = await register('journal-a', { draw: drawing(5) });
		const second = await register('journal-b', { draw: drawing(5, 5, 6) });
		const third = await register('journal-c', { had: 5, draw: drawing(6, 7) });
		expect([first.number, second.number, third.number]).toEqual([5, 6, 7]);
	});

	it('N54 a journal asked for twice at the same moment still has one number', async () => {
		const both = await Promise.all([register('journal-a'), register('journal-a')]);
		expect(both[0].number).toBe(both[1].number);
		expect(await db.selectFrom('devices').selectAll().execute()).toHaveLength(1);
	});

	it('N54 a server restored from an older copy gives a device its old number back', async () => {
		const { number } = await register('journal-a');
		await db.deleteFrom('devices').execute();
		expect((await register('journal-a', { had: number })).number).toBe(number);
	});

	it('N54 when the draw finds nothing, the lowest number never given is taken; when all are given, none is', async () => {
		await register('journal-a', { draw: drawing(1) });
		await register('journal-b', { draw: drawing(3) });
		expect((await register('journal-c', { draw: () => 3 })).number).toBe(2);
		const rows = Array.from({ length: 99_996 }, (_, i) => i + 4);
		for (let from = 0; from < rows.length; from += 2000) {
			const values = rows.slice(from, from + 2000).map((number) => ({
				id: `d${number}`,
				number,
				journal: `j${number}`,
				org: 'center-04',
				place: 'window',
				window: null,
				token_hash: `t${number}`,
				registered_by: inspector.id,
				registered_at: AT
			}));
			await db.insertInto('devices').values(values).execute();
		}
		const refused = await registerDevice(db, asking('journal-z'), { by: inspector, at: AT, perHour: 1_000_000 });
		expect(refused).toEqual({ ok: false, why: 'noNumbersLeft' });
	});

	it('N54 nobody registers a device for another org, nor takes over a journal of another org', async () => {
		const foreign = await registerDevice(db, asking('journal-x', undefined, 'body-15'), { by: inspector, at: AT });
		expect(foreign).toEqual({ ok: false, why: 'notAllowed' });
		const { token } = await register('journal-a');
		const taken = await registerDevice(db, asking('journal-a', undefined, 'body-15'), { by: clerk, at: AT });
		expect(taken).toEqual({ ok: false, why: 'notAllowed' });
		expect(await deviceOf(token)).toMatchObject({ org: 'center-04' });
	});

	it('N54 another scheme, a wrong form, no header at all or a foreign token tell no device', async () => {
		const { token } = await register('journal-a');
		for (const header of [null, '', token, `Bearer ${token}`, `Device ${token}x`, `Device ${'A'.repeat(43)}`]) {
			expect(await findDevice(db, header)).toBeUndefined();
		}
	});
});

describe('what a device must know offline', () => {
	const context = async (org: string) => readContext(db, v.parse(OrgIdSchema, org), { at: AT, law: plainLaw });

	it('N55 a Center’s device knows its windows, rounds, hours and colleagues, and the body by name only', async () => {
		const known = v.parse(ContextResponseSchema, await context('center-04'));
		expect(known.org).toMatchObject({
			id: 'center-04',
			windows: ['1', '2'],
			name: { kk: 'Шымкент қаласының № 3 қалалық бөлімі' }
		});
		expect(known.org.slots.collect).toHaveLength(3);
		expect(known.org.hours.close).toBeGreaterThan(known.org.hours.open);
		expect(known.people.map(({ number }) => number)).toEqual(['101', '102', '103', '104', '105', '106']);
		expect(known.counterparts.map(({ id }) => id)).toEqual(['body-15']);
		expect(known.counterparts[0]).not.toHaveProperty('hours');
	});

	it('I161 every device hears whether somebody administers the authority, and that it is so no more', async () => {
		const hears = async (org: string) => v.parse(ContextResponseSchema, await context(org)).hasAuthority;
		expect([await hears('center-04'), await hears('body-15'), await hears('authority-01')]).toEqual([true, true, true]);
		const before = (await context('center-04')).version;
		await db.updateTable('people').set({ left_at: AT }).where('number', '=', '301').execute();
		expect(await hears('center-04')).toBe(false);
		expect((await context('center-04')).version).not.toBe(before);
	});

	it('N55 a body’s device never gets a person of the Center', async () => {
		const known = await context('body-15');
		expect(known.people.map(({ number }) => number)).toEqual(['201', '202', '203', '204']);
		expect(JSON.stringify(known)).not.toContain('Сейітова');
	});

	it('N55 a colleague’s PIN is known again from what the device was told; a new PIN takes its place', async () => {
		const verifier = async () => (await context('center-04')).people.find(({ number }) => number === '103')?.pin;
		const before = await verifier();
		expect(before && (await checkPin('103729', before))).toBe(true);
		await setPin(db, (await person('103')).id, await makePinVerifier('905716', 100_000));
		const after = await verifier();
		expect(after && (await checkPin('905716', after))).toBe(true);
		expect(after && (await checkPin('103729', after))).toBe(false);
	});

	it('N55 passwords and their hashes never leave the server', async () => {
		expect(JSON.stringify(await context('center-04'))).not.toContain('argon2id');
	});
});
