import { openDemoDatabase, openEmptyDatabase } from '#tests/support/people-database.ts';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { plainLaw } from '#tests/support/plain-law.ts';
import { OrgIdSchema } from '#lib/domain/fact/ids.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { pinRefusalOf } from '#lib/domain/org/new-pin.ts';
import { DemoResponseSchema } from '#lib/protocol/demo-messages.ts';
import { checkPassword, hashPassword } from '../people/password.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import { signIn } from '../people/sign-in.ts';
import { findSession } from '../people/sessions.ts';
import { readContext } from '../devices/read-context.ts';
import { demoSignIns } from './demo-sign-ins.ts';
import { refuseDemoPeople } from './refused-people.ts';
import { seedDemo } from './seed-demo.ts';

const { directory } = plainLaw;

describe('demonstration data', () => {
	it('N56 fill an empty database once, and every sign-in that is offered works', { timeout: 30_000 }, async () => {
		const db = await openDemoDatabase();
		expect(await seedDemo(db, directory)).toBe(false);
		const people = await db.selectFrom('people').selectAll().execute();
		expect(people).toHaveLength(DEMO_PEOPLE.length);
		for (const { number, password } of demoSignIns(true, directory).signIns) {
			const kept = people.find((person) => person.number === number)?.password ?? '';
			expect(await checkPassword(password, kept)).toBe(true);
		}
	});

	it('N56 a database with anything of its own is left alone', async () => {
		const db = await openEmptyDatabase();
		const own = { id: 'center-01', windows: '[]', hours: '{}', slots: '{}' };
		await db.insertInto('orgs').values(own).execute();
		expect(await seedDemo(db, directory)).toBe(false);
		expect(await db.selectFrom('people').selectAll().execute()).toEqual([]);
	});

	it('N56 sign-ins are offered only while the demonstration is on', () => {
		expect(demoSignIns(true, directory).signIns).toHaveLength(DEMO_PEOPLE.length);
		expect(demoSignIns(false, directory).signIns).toEqual([]);
		expect(v.is(DemoResponseSchema, demoSignIns(true, directory))).toBe(true);
	});

	it('N56 every role has somebody, both windows are taken, and PINs are PINs', () => {
		const roles = new Set(DEMO_PEOPLE.flatMap((person) => person.roles));
		expect([...roles].toSorted()).toEqual(
			[
				'accumulationInspector',
				'admin',
				'authorityAdmin',
				'centerHead',
				'centerInspector',
				'chancery',
				'executor',
				'head'
			].toSorted()
		);
		expect(DEMO_PEOPLE.map(({ window }) => window).filter(Boolean)).toEqual(['1', '2']);
		expect(
			DEMO_PEOPLE.filter(({ pin, number }) => pinRefusalOf(pin, { number, today: plainDate('2026-11-27') }) !== null)
		).toEqual([]);
	});
});

describe('a former demonstration', () => {
	const AT = 1_790_000_000_000;
	const come = (db: Awaited<ReturnType<typeof openDemoDatabase>>, password = 'tereze-101') =>
		signIn(db, { number: '101', password }, { at: AT, address: '10.0.0.1' });

	it('N82 its people, their sessions and their PINs open nothing once the demonstration is off', async () => {
		const db = await openDemoDatabase();
		const before = await come(db);
		if (!before.ok) throw new Error('The demonstration refused');
		await refuseDemoPeople(db);
		expect(await come(db)).toMatchObject({ ok: false, why: 'wrong' });
		expect(await findSession(db, before.token, AT)).toBeUndefined();
		const { people } = await readContext(db, v.parse(OrgIdSchema, 'center-04'), { at: AT, law: plainLaw });
		expect(people.length).toBeGreaterThan(3);
		expect(people.filter(({ pin }) => pin !== null)).toEqual([]);
	});

	it('N82 somebody with the same number and a password of their own comes in', async () => {
		const db = await openDemoDatabase();
		const password = await hashPassword('құпия-сөз-1');
		await db.updateTable('people').set({ password }).where('number', '=', '101').execute();
		await refuseDemoPeople(db);
		expect(await come(db, 'құпия-сөз-1')).toMatchObject({ ok: true });
		expect(await come(db)).toMatchObject({ ok: false });
	});
});
