import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeviceHand } from '#tests/support/device-hand.ts';
import { Writer } from '#tests/contract/server-store-writer.ts';
import { type JournalId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { PROJECTION_VERSION } from '#lib/law/law.ts';
import { rolesAt } from '#lib/domain/registry/registry.ts';
import { type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { answerDevice } from '#lib/server/devices/answer-device.ts';
import { findDevice } from '#lib/server/devices/find-device.ts';
import { recordKey } from '#lib/server/devices/record-key.ts';
import { challengeFor, takeTicket } from '#lib/server/devices/tickets.ts';
import { TERMINAL } from '#lib/server/registry/adopt-rows.ts';
import { type Database, openDatabase } from '#lib/server/store/database.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { rebuildProjection } from '#lib/server/sync/rebuild-projection.ts';
import { projector, type SyncServer, syncServerOf } from '#lib/server/sync/sync-server.ts';
import { verifyDatabase } from '#lib/server/verify/verify-database.ts';
import { browserCopy, layServerData, RELEASES, rowsIn } from './golden-copies.ts';

type Head = { journal: JournalId; seq: number; hash: string };

let folder: string;
let db: Database;
let server: SyncServer;

async function open(release: string): Promise<void> {
	layServerData(release, folder);
	db = await openDatabase(join(folder, 'tereze.db'));
	// Not in the background of a test that may be over before it.
	await rebuildProjection(createKyselyJournalStore(db), projector, PROJECTION_VERSION);
	server = await syncServerOf(db, folder);
}

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'tereze-new-rules-'));
});
afterEach(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

const flagged = async (): Promise<number> =>
	(await db.selectFrom('facts').select('id').where('type', '=', 'flagged').execute()).length;

/** The window of that release, as its store lies in the copy: its token and the end of its journal. */
function windowOf(release: string) {
	const meta = new Map(
		rowsIn<{ key: string; value: unknown }>(browserCopy(release, 'window'), 'meta').map(({ key, value }) => [
			key,
			value
		])
	);
	const { token } = meta.get('enrolment') as { token: string };
	const head = meta.get('head') as Head;
	const writer = new Writer(head.journal);
	writer.head = { journal: head.journal, seq: head.seq, hash: head.hash };
	/** @param ticket by which it reads, where it has one */
	const sync = async (ticket = ''): Promise<SyncResponse> => {
		const device = await findDevice(db, `Device ${token} ${ticket}`.trimEnd());
		const acked = { ackedSeq: head.seq, ackedHash: head.hash };
		const request = { ...writer.request(), ...acked, cursor: null };
		return answerDevice(server, { ...request, lastSeq: writer.head.seq }, device!);
	};
	return { token, writer, sync };
}

describe.each(RELEASES)('what %s left, under the rules of today', (release) => {
	it('F96 whoever worked there is entered, each with the roles that they had when they did what lies there', async () => {
		await open(release);
		const { people, orgs, devices } = server.registry.current();
		const rows = await db.selectFrom('people').selectAll().execute();
		expect(rows.length).toBeGreaterThan(3);
		for (const { id, org, roles } of rows)
			expect(rolesAt(people.get(id as StaffId)!, org as OrgId, 1).toSorted()).toEqual(
				(JSON.parse(roles) as string[]).toSorted()
			);
		const ids = async (table: 'orgs' | 'devices') =>
			(await db.selectFrom(table).select('id').execute()).map(({ id }) => id).toSorted();
		expect([...orgs.keys()].toSorted()).toEqual(await ids('orgs'));
		expect([...devices.keys()].toSorted()).toEqual(await ids('devices'));
	});

	it('F96 nothing that lies there is judged, and what comes from now on is', async () => {
		await open(release);
		expect(await flagged()).toBe(0);
		const { writer, sync } = windowOf(release);
		writer.accepted(90_001);
		await sync();
		expect(await flagged()).toBe(1);
	});

	it('F96 a device sends by the token that it has, and reads once it has shown a key', async () => {
		await open(release);
		const { token, writer, sync } = windowOf(release);
		const fact = writer.accepted(90_002);
		expect(await sync()).toMatchObject({ ackedSeq: fact.seq, withheld: 'key', facts: [] });
		const hand = await DeviceHand.make();
		const { id } = (await findDevice(db, `Device ${token}`))!;
		expect(await recordKey(server.registry, { device: id, key: hand.key, anew: false }, TERMINAL)).toBe(true);
		expect(await sync()).toMatchObject({ withheld: 'ticket', facts: [] });
		const when = { key: hand.key, at: Date.now() };
		const challenge = await challengeFor(db, when);
		const taken = await takeTicket(db, await hand.answer(challenge, ''), { ...when, epoch: 'E', unlockedAt: null });
		const read = await sync(taken.ok ? taken.answer.ticket!.value : '');
		expect(read.withheld).toBeUndefined();
		expect(read.facts.length).toBeGreaterThan(100);
	});

	it('F96 it is proven whole, with what was added to it', async () => {
		await open(release);
		const { writer, sync } = windowOf(release);
		writer.accepted(90_003);
		await sync();
		expect(verifyDatabase(join(folder, 'tereze.db'))?.findings.first).toEqual([]);
	});
});
