import { beforeEach, describe, expect, it } from 'vitest';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { BODY, CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { type JournalId } from '#lib/domain/fact/ids.ts';
import { GET as getContext } from '../../../routes/api/context/+server.ts';
import { GET as getWake } from '../../../routes/api/sync/wake/+server.ts';
import { answerDevice } from '../devices/answer-device.ts';
import { createContextVersions } from '../devices/context-versions.ts';
import { createDeviceReports } from '../devices/device-reports.ts';
import { findDevice } from '../devices/find-device.ts';
import { tokenHash } from '../http/secret-token.ts';
import { type Database } from '../store/database.ts';
import { createKyselyJournalStore } from '../store/kysely-journal-store.ts';
import { createReceiver } from './receive.ts';

const TOKEN = 'a'.repeat(43);

let db: Database;
let server: Parameters<typeof answerDevice>[0];
beforeEach(async () => {
	db = await openDemoDatabase();
	const failed = (error: unknown) => expect.unreachable(String(error));
	server = {
		receiver: createReceiver(createKyselyJournalStore(db), { now: Date.now, epoch: () => 'epoch' }),
		contexts: createContextVersions({ read: async () => ({ version: 'a' }), now: Date.now, failed }),
		deviceReports: createDeviceReports(db, failed)
	};
});

/** A window of the Center whose device the administrator disconnects when asked. */
async function aWindow(journal = 'J1') {
	const row = { id: `device-of-${journal}`, number: 7, journal, org: CENTER, place: 'window', window: '1' };
	const { id: by } = await db.selectFrom('people').select('id').where('number', '=', '101').executeTakeFirstOrThrow();
	const registered = { token_hash: tokenHash(TOKEN), registered_by: by, registered_at: 1, revoked_at: null };
	await db
		.insertInto('devices')
		.values({ ...row, ...registered })
		.execute();
	const writer = new Writer(journal);
	// By its ticket, of which this is not about.
	const device = async () => ({ ...(await findDevice(db, `Device ${TOKEN}`))!, withheld: null });
	return {
		writer,
		device,
		sync: async (after = 0) => answerDevice(server, writer.request(after), await device()),
		revoke: () => db.updateTable('devices').set({ revoked_at: 5 }).where('journal', '=', journal).execute()
	};
}
const ofTheBody = async () => {
	const writer = new Writer('J-body', BODY);
	return answerDevice(server, writer.request(), writer.device);
};
const others = async () => {
	const writer = new Writer('J-other');
	writer.accepted(90);
	await answerDevice(server, writer.request(), writer.device);
};

describe('a device that the administrator disconnected', () => {
	it('S191 loses none of the honest facts that wait on it: they are taken, acknowledged and delivered', async () => {
		const { writer, sync, revoke } = await aWindow();
		writer.accepted(1);
		await sync();
		writer.accepted(2);
		writer.registered(1);
		await revoke();
		const answer = await sync(1);
		expect([answer.ackedSeq, answer.quarantined, answer.revoked]).toEqual([3, [], true]);
		expect((await ofTheBody()).facts.map(({ text }) => text)).toEqual(writer.facts.map(({ text }) => text));
	});

	it('S191 is told nothing any more: no facts, no wants, no context, and its cursor stays', async () => {
		const { writer, sync, revoke } = await aWindow();
		const before = await sync();
		expect([before.context, before.revoked]).toEqual(['a', undefined]);
		writer.cursor = before.cursor;
		await others();
		await revoke();
		const answer = await sync();
		expect(answer).toMatchObject({ facts: [], more: false, cursor: before.cursor });
		expect([answer.context, answer.wants]).toEqual([undefined, undefined]);
		writer.cursor = { ...before.cursor, epoch: 'before a restore' };
		expect(await sync()).toMatchObject({ facts: [], cursor: writer.cursor });
	});

	it('S191 one that never read begins nowhere', async () => {
		const { sync, revoke } = await aWindow();
		await others();
		await revoke();
		expect(await sync()).toMatchObject({ facts: [], cursor: { position: 0, hash: '' } });
	});

	it('S191 a fork of it is told, so that what a copy wrote is sent again under another journal', async () => {
		const { writer, sync, revoke, device } = await aWindow();
		writer.accepted(1);
		await sync();
		await revoke();
		const copy = new Writer('J1');
		copy.accepted(2);
		expect(await answerDevice(server, copy.request(), await device())).toMatchObject({ revoked: true, forked: {} });
		copy.head = { journal: 'J1-again' as JournalId, seq: 0, hash: '' };
		copy.facts.length = 0;
		copy.accepted(2);
		expect((await answerDevice(server, copy.request(), await device())).ackedSeq).toBe(1);
		expect((await ofTheBody()).facts).toHaveLength(2);
	});

	it('S191 gets no context and no wake, and tells only what still waits there', async () => {
		const { writer, sync, revoke, device } = await aWindow();
		await revoke();
		const event = { locals: { db, device: await device() }, getClientAddress: () => '127.0.0.1' };
		for (const handler of [getContext, getWake] as unknown[])
			expect((await (handler as (event: object) => Promise<Response>)(event)).status).toBe(403);
		const report = { version: 'v7', clockOffsetMs: 0, room: null };
		await answerDevice(server, { ...writer.request(), lastSeq: 2, report }, await device());
		await server.deviceReports.flush();
		const rows = await db.selectFrom('device_reports').selectAll().execute();
		expect(rows).toMatchObject([{ device: 'device-of-J1', waiting: 2, version: null }]);
		expect((await sync()).revoked).toBe(true);
	});
});
