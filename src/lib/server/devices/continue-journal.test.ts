import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Writer } from '#tests/contract/server-store-writer.ts';
import { DeviceHand } from '#tests/support/device-hand.ts';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { type FactId, type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type ForkRequest, type Place } from '#lib/protocol/device-messages.ts';
import { TERMINAL } from '../registry/adopt-rows.ts';
import type { Database } from '../store/database.ts';
import { type SyncServer, syncServerOf } from '../sync/sync-server.ts';
import { continueJournal } from './continue-journal.ts';
import { findDevice } from './find-device.ts';
import { registerDevice } from './register-device.ts';

const AT = 1_795_200_000_000;
const CENTER = 'center-04' as OrgId;
const WINDOW: Place = { org: CENTER, kind: 'window', window: '1' };

let db: Database;
let server: SyncServer;
let folder: string;
let hand: DeviceHand;
let token: string;
let writer: Writer;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'forks-'));
	db = await openDemoDatabase();
	server = await syncServerOf(db, folder);
	hand = await DeviceHand.make();
	token = await register('J1', hand);
	writer = new Writer('J1');
	for (const serial of [1, 2]) writer.accepted(serial);
	await server.receiver.receive(writer.request(), (await device())!);
});
afterEach(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

async function register(journal: string, by?: DeviceHand): Promise<string> {
	const asked = { journal: journal as JournalId, place: WINDOW, key: by?.key };
	const registered = await registerDevice(db, asked, { by: { id: 'staff-101', org: CENTER }, at: AT });
	if (!registered.ok) throw new Error(registered.why);
	await server.registry.adoptRows();
	return registered.token;
}
const device = (of = token) => findDevice(db, `Device ${of}`, AT);

type Fork = { continues?: string; commonSeq?: number; hash?: string; journal?: string; by?: DeviceHand; of?: string };
async function fork({ continues = 'J1', commonSeq = 1, hash, journal = 'J2', by = hand, of = token }: Fork = {}) {
	const said = { continues, commonSeq, hash: hash ?? writer.facts[commonSeq - 1]?.hash ?? '', journal };
	const asked = { ...said, signature: await by.fork(said) } as ForkRequest;
	return continueJournal(db, server, asked, { device: (await device(of))!, at: AT });
}

describe('a journal that goes on after a fork', () => {
	it('N150 gets its number by the key alone, at the place of the device, and stands in the registry under that key', async () => {
		const continued = await fork();
		expect(continued).toMatchObject({ ok: true, place: WINDOW });
		if (!continued.ok) return;
		expect(await device(continued.token)).toMatchObject({ journal: 'J2', key: hand.key, number: continued.number });
		const known = [...server.registry.current().devices.values()].find(({ journal }) => journal === 'J2');
		expect(known).toMatchObject({ key: hand.key, place: 'window', org: CENTER });
	});

	it('N150 gets the same number where the answer was lost, and the other copy another one', async () => {
		const [first, again] = [await fork(), await fork()];
		expect(again).toMatchObject({ ok: true, number: first.ok ? first.number : 0 });
		const other = await fork({ journal: 'J3', commonSeq: 2 });
		expect(other.ok && first.ok && other.number !== first.number).toBe(true);
	});

	it('N150 is given none for another key, a journal of somebody else, another text there, or without a key', async () => {
		const stranger = await DeviceHand.make();
		const keyless = await register('J8');
		await register('J9', stranger);
		expect(await fork({ by: stranger })).toMatchObject({ why: 'wrongProof' });
		expect(await fork({ of: keyless })).toMatchObject({ why: 'wrongProof' });
		expect(await fork({ continues: 'J9', commonSeq: 0 })).toMatchObject({ why: 'notAllowed' });
		expect(await fork({ journal: 'J9' })).toMatchObject({ why: 'notAllowed' });
		expect(await fork({ hash: 'f'.repeat(64) })).toMatchObject({ why: 'notAllowed' });
		expect(await fork({ commonSeq: 0, hash: 'f'.repeat(64) })).toMatchObject({ why: 'notAllowed' });
		// What a restored server does not hold it cannot deny.
		expect(await fork({ commonSeq: 7, hash: 'f'.repeat(64) })).toMatchObject({ ok: true });
	});

	it('N150 is given a few in an hour only: numbers do not come back', async () => {
		const answers = [];
		for (let turn = 0; turn < 11; turn += 1) answers.push(await fork({ journal: `K${turn}` }));
		expect(answers.map(({ ok }) => ok)).toEqual([...Array<boolean>(10).fill(true), false]);
		expect(answers.at(-1)).toMatchObject({ why: 'tooMany' });
	});

	it('N151 is revoked together with the device of before, and so is that with it', async () => {
		const continued = await fork();
		const other = await register('J8');
		const { id } = (await device(continued.ok ? continued.token : ''))!;
		const command = { kind: 'revokeDevice', device: id, reason: 'Ұрланды' } as const;
		await server.registry.act({ id: 'revoke' as FactId, commands: [command] }, TERMINAL);
		expect((await device())!.isRevoked).toBe(true);
		expect((await device(other))!.isRevoked).toBe(false);
	});
});
