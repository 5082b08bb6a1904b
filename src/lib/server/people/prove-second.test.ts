import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { proveSecond } from './prove-second.ts';
import type { Database } from '../store/database.ts';

let db: Database;
beforeAll(async () => {
	db = await openDemoDatabase();
});
afterAll(() => db.destroy());

const prove = (number: string, password: string, address = '10.0.0.1') =>
	proveSecond(db, { number, password }, { at: 1_790_000_000_000, address, token: 'T' });

it('I17 a second person proves to be there by number and password; nobody is signed in by it, and wrong ones count', async () => {
	expect(await prove('301', 'tereze-301')).toEqual({ ok: true, staff: 'staff-301' });
	expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([]);
	for (const attemptsLeft of [4, 3]) expect(await prove('301', 'x')).toEqual({ ok: false, why: 'wrong', attemptsLeft });
	expect(await prove('999999', 'x')).toMatchObject({ ok: false, why: 'wrong' });
});
