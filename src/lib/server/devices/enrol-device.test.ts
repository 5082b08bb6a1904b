import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { type FactId, type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type Place } from '#lib/protocol/device-messages.ts';
import { type Person } from '#lib/protocol/session-messages.ts';
import { personOf } from '../people/person.ts';
import type { Database } from '../store/database.ts';
import { type SyncServer, syncServerOf } from '../sync/sync-server.ts';
import { enrolDevice } from './enrol-device.ts';
import { issueEnrolmentCode } from './enrolment-codes.ts';
import { findDevice } from './find-device.ts';
import { refusedEnrolment } from './refused-enrolment.ts';

const MINUTE = 60_000;
/** Tries are counted in memory: each test is an hour later than the one before. */
let at0 = 1_795_000_000_000;
const CENTER = 'center-04' as OrgId;
const WINDOW: Place = { org: CENTER, kind: 'window', window: '1' };

let db: Database;
let server: SyncServer;
let folder: string;
let inspector: Person;
let admin: Person;
beforeEach(async () => {
	at0 += 60 * MINUTE;
	folder = mkdtempSync(join(tmpdir(), 'enrol-'));
	db = await openDemoDatabase();
	server = await syncServerOf(db, folder);
	[inspector, admin] = [await person('101'), await person('106')];
});
afterEach(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

const person = async (number: string) =>
	personOf(await db.selectFrom('people').selectAll().where('number', '=', number).executeTakeFirstOrThrow());
let addresses = 0;
type Asking = {
	by?: Person;
	place?: Place;
	code?: string;
	at?: number;
	address?: string;
	isFree?: boolean;
	token?: string;
};
const enrol = async (
	journal: string,
	{ by = inspector, place, code, at = at0, address, isFree = false, token }: Asking
) =>
	enrolDevice(
		db,
		server.registry,
		{ journal: journal as JournalId, ...(place ? { place } : {}), ...(code === undefined ? {} : { code }) },
		{
			by,
			address: address ?? `10.1.0.${(addresses += 1)}`,
			at,
			perHour: 100,
			isFree,
			device: token === undefined ? undefined : await findDevice(db, `Device ${token}`)
		}
	);
const aCode = async (place = WINDOW, at = at0) =>
	(await issueEnrolmentCode(db, place, { actor: admin.id, role: 'admin', org: CENTER }, at)).code;
const enrolments = () => server.registry.facts().filter(({ type }) => type === 'deviceEnrolled');

describe('who may enrol a device', () => {
	it('N135 an administrator at that device, and the demonstration; everybody else needs a code', async () => {
		expect(await enrol('J1', { place: WINDOW })).toEqual({ ok: false, why: 'codeNeeded' });
		expect(await enrol('J1', {})).toEqual({ ok: false, why: 'codeNeeded' });
		expect(await enrol('J1', { by: admin, place: WINDOW })).toMatchObject({ ok: true, place: WINDOW });
		expect(await enrol('J2', { place: WINDOW, isFree: true })).toMatchObject({ ok: true });
		expect(enrolments().map(({ actor, role }) => [actor, role])).toEqual([
			['staff-106', 'admin'],
			['terminal', 'authorityAdmin']
		]);
	});

	it('N135 whoever has a code enrols one device, at the place that the code names, as the administrator’s act', async () => {
		const code = await aCode();
		const elsewhere: Place = { org: CENTER, kind: 'collection' };
		expect(await enrol('J1', { code, place: elsewhere })).toMatchObject({ ok: true, place: WINDOW });
		expect(await enrol('J2', { code })).toEqual({ ok: false, why: 'wrongCode' });
		expect(enrolments()).toMatchObject([{ actor: 'staff-106', role: 'admin', body: { place: 'window', window: '1' } }]);
	});

	it('N135 a code ends after fifteen minutes, and one of another org opens nothing here and stays', async () => {
		const code = await aCode();
		expect(await enrol('J1', { code, at: at0 + 15 * MINUTE })).toEqual({ ok: false, why: 'wrongCode' });
		const foreign = await aCode({ org: 'body-15' as OrgId, kind: 'body' });
		expect(await enrol('J1', { code: foreign })).toEqual({ ok: false, why: 'codeOfOther' });
		expect(enrolments()).toEqual([]);
		const clerk = await person('201');
		expect(await enrol('J1', { code: foreign, by: clerk })).toMatchObject({ ok: true, place: { org: 'body-15' } });
	});

	it('N136 guessing codes ends after ten tries of a person or an address, and the right one is not lost by it', async () => {
		const guess = (address: string, by = inspector) => enrol('J1', { code: '7000-0000-0000-0001', address, by });
		for (let i = 0; i < 10; i += 1) expect(await guess(`10.2.0.${i}`)).toMatchObject({ why: 'wrongCode' });
		expect(await guess('10.2.0.99')).toMatchObject({ why: 'tooMany' });
		const code = await aCode();
		expect(await enrol('J1', { code })).toMatchObject({ ok: false, why: 'tooMany' });
		expect(await enrol('J1', { code, by: await person('102') })).toMatchObject({ ok: true });
	});

	it('N137 a device that was enrolled gets the number of its next journal by its token, until it is revoked', async () => {
		const first = await enrol('J1', { code: await aCode() });
		if (!first.ok) throw new Error(first.why);
		expect(await enrol('J2', { place: WINDOW, token: first.token })).toMatchObject({ ok: true });
		expect(await enrol('J1', { place: WINDOW })).toMatchObject({ ok: true, number: first.number });
		for (const { id } of server.registry.current().devices.values())
			await server.registry.act(
				{ id: `revoke-${id}` as FactId, commands: [{ kind: 'revokeDevice', device: id, reason: 'Ұрланды' }] },
				{ actor: admin.id, role: 'admin', org: CENTER }
			);
		expect(await enrol('J1', { place: WINDOW })).toEqual({ ok: false, why: 'notAllowed' });
	});

	it('N138 a code is not given for a place that the org does not have, nor by whoever may not', async () => {
		const by = { actor: admin.id, role: 'admin', org: CENTER } as const;
		const refused = async (place: Place, as: Parameters<typeof refusedEnrolment>[2] = by) =>
			(await refusedEnrolment(server.registry, place, as))?.code ?? 'ok';
		expect(await refused(WINDOW)).toBe('ok');
		expect(await refused({ ...WINDOW, window: '9' })).toBe('windowUnknown');
		expect(await refused({ org: CENTER, kind: 'body' })).toBe('placeNotHere');
		expect(await refused({ org: 'body-15' as OrgId, kind: 'body' })).toBe('notYourOrg');
		expect(await refused(WINDOW, { ...by, role: 'centerHead' })).toBe('noRight');
	});
});
