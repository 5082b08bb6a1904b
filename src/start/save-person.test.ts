import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainLaw } from '#tests/support/plain-law.ts';
import { RoleSchema } from '#lib/domain/fact/ids.ts';
import { readContext } from '#lib/server/devices/read-context.ts';
import { findSession } from '#lib/server/people/sessions.ts';
import { signIn } from '#lib/server/people/sign-in.ts';
import { signInByCode } from '#lib/server/people/sign-in-by-code.ts';
import { type Database, openDatabase } from '#lib/server/store/database.ts';
import { codeFor } from './code-for.ts';
import { readPersonOptions } from './person-options.ts';
import { dataAt } from '#tests/support/data-at.ts';
import { personAt, savePerson, wrongIn } from './save-person.ts';

const AT = 1_790_000_000_000;
const PERSON = {
	number: '300',
	password: 'тынық мұхит үш кеме',
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
		expect(await savePerson(dataAt(file), { ...PERSON, window: '3' })).toEqual({ ok: true, was: null });
		const result = await come(PERSON.password);
		if (!result.ok) throw new Error('The sign-in was refused');
		expect(result.session).toMatchObject({
			hasPin: false,
			person: { roles: ['admin'], org: 'center-07', window: '3' }
		});
		const context = await readContext(db, result.session.person.org, { at: AT, law: plainLaw });
		expect(context.org).toMatchObject({ id: 'center-07', number: 7, windows: ['3'] });
	});

	it('N62 saved again, a person has the new password only, and is signed out everywhere', async () => {
		await savePerson(dataAt(file), PERSON);
		const before = await come(PERSON.password);
		await savePerson(dataAt(file), { ...PERSON, password: 'copper otter violin' }, { update: true });
		expect(before.ok && (await findSession(db, before.token, AT))).toBeUndefined();
		expect(await come(PERSON.password)).toMatchObject({ ok: false, why: 'wrong' });
		expect(await come('copper otter violin')).toMatchObject({ ok: true });
	});

	it.each([
		[{ org: 'center-99' }, 'The directory has no org'],
		[{ role: 'king' }, 'Roles are:'],
		[{ role: 'executor' }, 'Nobody in center-07 is executor'],
		[{ number: '12' }, 'A staff number'],
		[{ password: 'x8#kfP2mQ' }, 'at least 12'],
		[{ password: 'құпиясөз2026' }, 'guessed first'],
		[{ password: 'Ахметова-300' }, 'the name'],
		[{ surname: ' ' }, 'A person has'],
		[{ window: '1;2' }, 'A window']
	])('N62 %o is refused with its reason, and nothing is written', async (wrong, why) => {
		const saved = await savePerson(dataAt(file), { ...PERSON, ...wrong });
		expect(saved).toMatchObject({ ok: false, why: expect.stringContaining(why) });
		expect(await db.selectFrom('people').selectAll().execute()).toEqual([]);
	});

	it('N62 without a database nothing is made up: the server makes it', async () => {
		const absent = join(folder, 'absent.db');
		expect(await savePerson(dataAt(absent), PERSON)).toMatchObject({
			ok: false,
			why: expect.stringContaining('start the server')
		});
		expect(existsSync(absent)).toBe(false);
	});

	it.each(RoleSchema.options)('N62 the role %s can be given', async (role) => {
		const org = ['center-07', 'body-15', 'authority-01'].find(
			(each) => wrongIn({ ...PERSON, role, org: each }) === null
		)!;
		expect(await savePerson(dataAt(file), { ...PERSON, role, org })).toMatchObject({ ok: true });
		expect(await come(PERSON.password)).toMatchObject({ ok: true, session: { person: { roles: [role], org } } });
	});
});

describe('a number that is somebody’s', () => {
	it('N83 is left alone, with whose it is, until --update asks for it', async () => {
		await savePerson(dataAt(file), { ...PERSON, role: 'centerInspector' });
		const head = { ...PERSON, surname: 'Басқа', role: 'centerHead', password: 'зелёный чайник на балконе' };
		const refused = await savePerson(dataAt(file), head);
		expect(refused).toMatchObject({
			ok: false,
			why: expect.stringMatching(/Ахметова Әсел .centerInspector.*--update/)
		});
		expect(await come(PERSON.password)).toMatchObject({
			ok: true,
			session: { person: { roles: ['centerInspector'] } }
		});
		expect(await savePerson(dataAt(file), head, { update: true })).toMatchObject({
			ok: true,
			was: { surname: 'Ахметова' }
		});
		expect(await come('зелёный чайник на балконе')).toMatchObject({
			ok: true,
			session: { person: { roles: ['centerHead'] } }
		});
	});

	it('N134 whoever the terminal enters, corrects or moves is in the registry, with who did it', async () => {
		await savePerson(dataAt(file), { ...PERSON, role: 'centerHead' });
		await savePerson(dataAt(file), { ...PERSON, org: 'body-15', role: 'head' }, { update: true });
		const rows = await db
			.selectFrom('registry_facts as r')
			.innerJoin('facts as f', 'f.nr', 'r.nr')
			.select(['f.type', 'f.text'])
			.orderBy('f.nr')
			.execute();
		expect(rows.map(({ type }) => type)).toEqual([
			...['orgOpened', 'personEntered', 'roleGiven'],
			...['orgOpened', 'personEntered', 'roleGiven']
		]);
		expect(rows.every(({ text }) => (JSON.parse(text) as { actor: string }).actor === 'terminal')).toBe(true);
		const mirror = readFileSync(join(folder, 'registry'), 'utf8');
		for (const { text } of rows) expect(mirror).toContain(JSON.stringify(text));
	});

	it('N134 the last administrator of an org stays one, also for the terminal', async () => {
		await savePerson(dataAt(file), PERSON);
		const saved = await savePerson(dataAt(file), { ...PERSON, role: 'centerHead' }, { update: true });
		expect(saved).toMatchObject({ ok: false, why: expect.stringMatching(/әкімші.*\n.*администратор/) });
	});

	it('N83 who has a number is seen before the password is asked for', async () => {
		await savePerson(dataAt(file), PERSON);
		expect(await personAt(dataAt(file), '300')).toMatchObject({
			surname: 'Ахметова',
			roles: ['admin'],
			org: 'center-07'
		});
		expect(await personAt(dataAt(file), '301')).toBeNull();
		expect(await personAt(dataAt(join(folder, 'absent.db')), '300')).toBeNull();
	});
});

describe('a one-time code from the terminal', () => {
	it('N128 lets the person set a new password at the running server', async () => {
		await savePerson(dataAt(file), PERSON);
		const given = await codeFor(dataAt(file), '300', AT);
		if (!given.ok) throw new Error(given.why);
		expect(given).toMatchObject({ surname: 'Ахметова', expiresAt: AT + 24 * 60 * 60_000 });
		const request = { number: '300', code: given.code, password: 'copper otter violin' };
		const context = { at: AT, address: '10.0.0.1', directory: plainLaw.directory };
		expect(await signInByCode(db, request, context)).toMatchObject({ ok: true });
		expect(await come('copper otter violin')).toMatchObject({ ok: true });
	});

	it('N128 is of no use once the terminal has given a new password', async () => {
		await savePerson(dataAt(file), PERSON);
		const given = await codeFor(dataAt(file), '300', AT);
		await savePerson(dataAt(file), PERSON, { update: true });
		const request = { number: '300', code: given.ok ? given.code : '', password: 'copper otter violin' };
		const context = { at: AT, address: '10.0.0.1', directory: plainLaw.directory };
		expect(await signInByCode(db, request, context)).toMatchObject({ ok: false, why: 'wrong' });
	});

	it('N128 is refused in words where there is no such person, no database, or one of before', async () => {
		expect(await codeFor(dataAt(file), '301', AT)).toMatchObject({ ok: false, why: expect.stringContaining('301') });
		expect(await codeFor(dataAt(join(folder, 'absent.db')), '300', AT)).toMatchObject({ ok: false });
		await savePerson(dataAt(file), PERSON);
		for (const table of ['one_time_codes', 'registry_facts']) await db.schema.dropTable(table).execute();
		expect(await codeFor(dataAt(file), '300', AT)).toMatchObject({
			ok: false,
			why: expect.stringContaining('start the server')
		});
		const again = await savePerson(dataAt(file), PERSON, { update: true });
		expect(again).toMatchObject({ ok: false, why: expect.stringContaining('start the server') });
	});
});

describe('the command line', () => {
	const given = ['--number', '300', '--surname', 'А', '--given', 'Ә', '--role', 'admin', '--org', 'center-07'];

	it.each([[['--help']], [['-h']], [[]], [[...given, '--help']]])('N83 %j is answered with help', (args) => {
		expect(readPersonOptions(args)).toMatchObject({ kind: 'help', text: expect.stringContaining('--update') });
	});

	it.each([
		[['--nmber', '300'], /--nmber/],
		[['300'], /300/],
		[['--number'], /--number/],
		[given.slice(0, 6), /Needed: --role --org/],
		[given.with(1, ''), /Needed: --number/],
		[['--code'], /Needed: --number/],
		[[...given, '--code'], /not with --surname --given --role --org/]
	])('N83 %j is answered with what is wrong and where to read more', (args, why) => {
		const task = readPersonOptions(args);
		expect(task).toMatchObject({ kind: 'wrong', why: expect.stringMatching(why) });
		expect(task).toMatchObject({ why: expect.stringContaining('--help') });
	});

	it('N128 a code is asked for with the number alone', () => {
		expect(readPersonOptions(['--number', '300', '--code'])).toEqual({ kind: 'code', number: '300' });
	});

	it('N83 all that is needed is taken', () => {
		expect(readPersonOptions(given)).toMatchObject({ kind: 'save', update: false, person: { number: '300' } });
		expect(readPersonOptions([...given, '--update'])).toMatchObject({ kind: 'save', update: true });
	});
});
