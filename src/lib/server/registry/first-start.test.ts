import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { rolesHeld } from '#lib/domain/registry/registry.ts';
import { type FirstStartRequest } from '#lib/protocol/first-start-messages.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { type SyncServer, syncServerOf } from '../sync/sync-server.ts';
import { firstStart } from './first-start.ts';

const AT = 1_795_000_000_000;
const TOKEN = 'the-link-of-this-start';
const PASSWORD = 'шалқар дала 88 жел';

let db: Database;
let server: SyncServer;
const folder = mkdtempSync(join(tmpdir(), 'first-start-'));
beforeAll(async () => {
	db = await openDatabase(join(folder, 'tereze.db'));
	server = await syncServerOf(db, folder);
});
afterAll(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

const id = uuid() as FactId;
const ask = (more: Partial<FirstStartRequest> = {}, expected: string | undefined = TOKEN) =>
	firstStart(
		db,
		server.registry,
		{
			id,
			token: TOKEN,
			number: ' 300 ',
			name: { surname: 'Ахметова', given: 'Сәуле', patronymic: '' },
			password: PASSWORD,
			center: 'center-04' as OrgId,
			window: '1',
			...more
		},
		{ expected, at: AT, directory: server.law().directory, place: { address: '10.0.0.1', token: undefined } }
	);
const people = () => [...server.registry.current().people.values()];

describe('the first start of an empty server', () => {
	it('I50 only the link of this start opens it, and a refusal leaves the server empty', async () => {
		expect(await ask({ token: 'another' })).toEqual({ ok: false, why: 'otherLink' });
		expect(await ask({ token: '' })).toEqual({ ok: false, why: 'otherLink' });
		expect(await ask({}, '')).toEqual({ ok: false, why: 'otherLink' });
		expect(await ask({ password: 'tereze-300-tereze' })).toMatchObject({ ok: false, why: 'weak' });
		expect(await ask({ number: 'x' })).toMatchObject({ ok: false, refusal: { code: 'staffNumberWrong' } });
		expect(await ask({ center: 'center-99' as OrgId })).toMatchObject({ ok: false, refusal: { code: 'orgUnknown' } });
		expect(await ask({ window: '№1' })).toMatchObject({ ok: false, refusal: { code: 'windowWrong' } });
		expect(people()).toEqual([]);
		expect(await db.selectFrom('people').selectAll().execute()).toEqual([]);
	});

	it('I51 it enters the authority with its administrator, a Center and a window, and signs the administrator in', async () => {
		const result = await ask();
		expect(result).toMatchObject({ ok: true, session: { person: { number: '300', roles: ['authorityAdmin'] } } });
		expect(people().map((person) => [person.org, rolesHeld(person)])).toEqual([['authority-01', ['authorityAdmin']]]);
		expect(server.registry.current().orgs.get('center-04' as OrgId)?.windows).toEqual(['1']);
	});

	it('I51 with the first person the link is closed for ever', async () => {
		expect(await ask()).toEqual({ ok: false, why: 'noFirstStart' });
		expect(await ask({ id: uuid() as FactId, number: '301' })).toEqual({ ok: false, why: 'noFirstStart' });
		expect(people()).toHaveLength(1);
	});
});
