import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeviceHand } from '#tests/support/device-hand.ts';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type KeyProof } from '#lib/protocol/device-key.ts';
import { type Place } from '#lib/protocol/device-messages.ts';
import { type Person } from '#lib/protocol/session-messages.ts';
import { personOf } from '../people/person.ts';
import type { Database } from '../store/database.ts';
import { type SyncServer, syncServerOf } from '../sync/sync-server.ts';
import { PUT } from '../../../routes/api/devices/key/+server.ts';
import { enrolDevice } from './enrol-device.ts';
import { issueEnrolmentCode } from './enrolment-codes.ts';
import { findDevice } from './find-device.ts';

const AT = 1_795_100_000_000;
const CENTER = 'center-04' as OrgId;
const WINDOW: Place = { org: CENTER, kind: 'window', window: '1' };

let db: Database;
let server: SyncServer;
let folder: string;
let inspector: Person;
let admin: Person;
let [own, other]: [DeviceHand, DeviceHand] = [null!, null!];
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'keys-'));
	db = await openDemoDatabase();
	server = await syncServerOf(db, folder);
	[inspector, admin] = [await person('101'), await person('106')];
	[own, other] = [await DeviceHand.make(), await DeviceHand.make()];
});
afterEach(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

const person = async (number: string) =>
	personOf(await db.selectFrom('people').selectAll().where('number', '=', number).executeTakeFirstOrThrow());
let addresses = 0;
type Asking = { by?: Person; proof?: KeyProof | undefined; code?: string; token?: string };
const enrol = async (journal: string, { by = admin, proof, code, token }: Asking = {}) =>
	enrolDevice(
		db,
		server.registry,
		{ journal: journal as JournalId, place: WINDOW, ...(proof ? { proof } : {}), ...(code ? { code } : {}) },
		{
			by,
			address: `10.3.0.${(addresses += 1)}`,
			at: AT,
			perHour: 100,
			isFree: false,
			device: token === undefined ? undefined : await findDevice(db, `Device ${token}`)
		}
	);
const enrolled = async (journal: string, asking: Asking = {}) => {
	const result = await enrol(journal, asking);
	if (!result.ok) throw new Error(result.why);
	return result;
};
const deviceOf = (token: string) => findDevice(db, `Device ${token}`, AT);
const said = () =>
	server.registry.facts().flatMap((fact) => {
		if (fact.type !== 'deviceEnrolled' && fact.type !== 'deviceKeySet') return [];
		return [[fact.type, fact.body.key, fact.actor]];
	});

/** By its token a device shows a key for its journal. */
const show = async (token: string, journal: string, proof: KeyProof) => {
	const request = new Request('http://localhost/api/devices/key', {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ journal, ...proof })
	});
	const locals = { db, device: await deviceOf(token) };
	const response = await (PUT as (event: object) => Promise<Response>)({ request, locals });
	return response.status === 204 ? 'ok' : ((await response.json()) as { code: string }).code;
};

describe('the key of a device', () => {
	it('N140 is shown at the enrolment with a signature over the journal, and stands in the server’s own journal', async () => {
		expect(await enrol('J1', { proof: await own.proof('J2') })).toEqual({ ok: false, why: 'wrongProof' });
		expect(await enrol('J1', { proof: { ...(await other.proof('J1')), key: own.key } })).toMatchObject({ ok: false });
		expect(said()).toEqual([]);
		const { token } = await enrolled('J1', { proof: await own.proof('J1') });
		expect(await deviceOf(token)).toMatchObject({ key: own.key });
		expect(said()).toEqual([['deviceEnrolled', own.key, 'staff-106']]);
	});

	it('N140 comes back with the registry where the database of before is copied back, whoever enrolled the device', async () => {
		await enrolled('J1', { proof: await own.proof('J1') });
		const { token } = await enrolled('J2', { by: inspector, code: await aCode() });
		await show(token, 'J2', await other.proof('J2'));
		await enrolled('J3', { by: inspector, token });
		const before = await openDemoDatabase();
		await syncServerOf(before, folder);
		const rows = await before.selectFrom('devices').select(['journal', 'key']).orderBy('journal').execute();
		expect(rows).toEqual([
			{ journal: 'J1', key: own.key },
			{ journal: 'J2', key: other.key },
			{ journal: 'J3', key: null }
		]);
		await before.destroy();
	});

	it('N141 alone gets another token for its journal: neither a colleague nor a copied token brings another key', async () => {
		const first = await enrolled('J1', { proof: await own.proof('J1') });
		for (const proof of [undefined, await other.proof('J1')])
			for (const token of [undefined, first.token])
				expect(await enrol('J1', { by: inspector, proof, ...(token ? { token } : {}) })).toEqual({
					ok: false,
					why: 'codeNeeded'
				});
		expect(await deviceOf(first.token)).toMatchObject({ key: own.key });
		const again = await enrolled('J1', { by: inspector, proof: await own.proof('J1') });
		expect(again.number).toBe(first.number);
		expect(await deviceOf(first.token)).toBeUndefined();
	});

	it('N141 is replaced by an administrator’s code, which the journal says', async () => {
		await enrolled('J1', { proof: await own.proof('J1') });
		const code = await aCode();
		const { token } = await enrolled('J1', { by: inspector, code, proof: await other.proof('J1') });
		expect(await deviceOf(token)).toMatchObject({ key: other.key });
		expect(said()).toEqual([
			['deviceEnrolled', own.key, 'staff-106'],
			['deviceKeySet', other.key, 'staff-106']
		]);
	});

	it('N142 is shown by the token where the device was enrolled without: the first one counts', async () => {
		const { token } = await enrolled('J1');
		expect(await show(token, 'J1', await own.proof('J2'))).toBe('wrongProof');
		expect(await show(token, 'J2', await own.proof('J2'))).toBe('ok');
		expect(await show(token, 'J1', await own.proof('J1'))).toBe('ok');
		expect(await show(token, 'J1', await other.proof('J1'))).toBe('codeNeeded');
		expect(await deviceOf(token)).toMatchObject({ key: own.key });
		expect(said().at(-1)).toEqual(['deviceKeySet', own.key, 'terminal']);
		expect(said()).toHaveLength(2);
	});

	it('N142 is not taken for a journal of another device', async () => {
		const { token } = await enrolled('J1');
		await enrolled('J2');
		expect(await show(token, 'J2', await own.proof('J2'))).toBe('notAllowed');
	});
});

const aCode = async () =>
	(await issueEnrolmentCode(db, WINDOW, { actor: admin.id, role: 'admin', org: CENTER }, AT)).code;
