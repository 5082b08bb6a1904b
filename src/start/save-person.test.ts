import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RoleSchema } from '../lib/domain/fact/ids';
import { readContext } from '../lib/server/devices/read-context';
import { findSession } from '../lib/server/people/sessions';
import { signIn } from '../lib/server/people/sign-in';
import { type Database, openDatabase } from '../lib/server/store/database';
import { savePerson } from './save-person';

const AT = 1_790_000_000_000;
const PERSON = {
	number: '300',
	password: 'құпия-сөз-1',
	surname: 'Ахметова',
	given: 'Әсел',
	role: 'admin',
	org: 'center-07'
};
const come = (password: string) => signIn(db, { number: '300', password }, { at: AT, address: '10.0.0.1' });
let folder: string;
let file: string;
let db: Database;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'tereze-person-'));
	file = join(folder, 'tereze.db');
	db = await openDatabase(file);
});
afterEach(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

describe('the first people of a real Center', () => {
	it('N62 somebody saved from the terminal signs in at the running server, with the org of the directory', async () => {
		expect(await savePerson(file, { ...PERSON, window: '3' })).toEqual({ ok: true });
		const result = await come(PERSON.password);
		if (!result.ok) throw new Error('The sign-in was refused');
		expect(result.session).toMatchObject({
			hasPin: false,
			person: { roles: ['admin'], org: 'center-07', window: '3' }
		});
		const context = await readContext(db, result.session.person.org, AT);
		expect(context.org).toMatchObject({ id: 'center-07', number: 7, windows: ['3'] });
	});

	it('N62 saved again, a person has the new password only, and is signed out everywhere', async () => {
		await savePerson(file, PERSON);
		const before = await come(PERSON.password);
		await savePerson(file, { ...PERSON, password: 'another-one' });
		expect(before.ok && (await findSession(db, before.token, AT))).toBeUndefined();
		expect(await come(PERSON.password)).toMatchObject({ ok: false, why: 'wrong' });
		expect(await come('another-one')).toMatchObject({ ok: true });
	});

	it.each([
		[{ org: 'center-99' }, 'The directory has no org'],
		[{ role: 'king' }, 'Roles are:'],
		[{ number: '12' }, 'A staff number'],
		[{ password: 'short' }, 'A password']
	])('N62 %o is refused with its reason, and nothing is written', async (wrong, why) => {
		const saved = await savePerson(file, { ...PERSON, ...wrong });
		expect(saved).toMatchObject({ ok: false, why: expect.stringContaining(why) });
		expect(await db.selectFrom('people').selectAll().execute()).toEqual([]);
	});

	it('N62 without a database nothing is made up: the server makes it', async () => {
		const absent = join(folder, 'absent.db');
		expect(await savePerson(absent, PERSON)).toMatchObject({
			ok: false,
			why: expect.stringContaining('start the server')
		});
		expect(existsSync(absent)).toBe(false);
	});

	it.each(RoleSchema.options)('N62 the role %s can be given', async (role) => {
		expect(await savePerson(file, { ...PERSON, role })).toEqual({ ok: true });
		expect(await come(PERSON.password)).toMatchObject({ ok: true, session: { person: { roles: [role] } } });
	});
});
