import { type KyselyPlugin } from 'kysely';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmptyDatabase } from '#tests/support/people-database.ts';
import { Writer } from '#tests/contract/server-store-writer.ts';
import { type DeviceReport, type SyncRequest, SyncRequestSchema } from '#lib/protocol/sync-messages.ts';
import { type Database } from '../store/database.ts';
import { createKyselyJournalStore } from '../store/kysely-journal-store.ts';
import { createReceiver } from '../sync/receive.ts';
import { answerDevice } from './answer-device.ts';
import { createContextVersions } from './context-versions.ts';
import { createDeviceReports } from './device-reports.ts';

const REPORT: DeviceReport = { version: 'v7', clockOffsetMs: -4_000, room: { used: 5_000, quota: 90_000 } };

let db: Database;
let server: Parameters<typeof answerDevice>[0];
beforeEach(async () => {
	db = await openEmptyDatabase();
	const failed = (error: unknown) => expect.unreachable(String(error));
	server = {
		receiver: createReceiver(createKyselyJournalStore(db), { now: Date.now, epoch: () => 'epoch' }),
		contexts: createContextVersions({ read: async () => ({}), now: Date.now, failed }),
		deviceReports: createDeviceReports(db.withPlugin(counting), failed)
	};
});
afterEach(() => db.destroy());

const rows = () => db.selectFrom('device_reports').selectAll().execute();
const sync = (writer: Writer, more: Partial<SyncRequest> = {}) =>
	answerDevice(server, { ...writer.request(), ...more }, writer.device);
/** Statements by which reports were written. */
let written = 0;
const counting: KyselyPlugin = {
	transformQuery: ({ node }) => {
		if (node.kind === 'InsertQueryNode') written += 1;
		return node;
	},
	transformResult: async ({ result }) => result
};

describe('what devices tell of themselves', () => {
	it('S189 of each device is stored when it was seen, what waits there, its version, its clock and its room', async () => {
		const writer = new Writer('J1');
		writer.accepted(1);
		const { serverTime } = await sync(writer, { report: REPORT, lastSeq: 4 });
		await server.deviceReports.flush();
		const told = { version: 'v7', clock_offset: -4_000, used: 5_000, quota: 90_000 };
		expect(await rows()).toEqual([{ device: writer.device.id, seen_at: serverTime, waiting: 3, ...told }]);
	});

	it('S189 a device of an earlier version is seen too, and what a report leaves out stays', async () => {
		const writer = new Writer('J1');
		await sync(writer, { report: REPORT });
		await server.deviceReports.flush();
		await sync(writer, { report: { version: 'v8', clockOffsetMs: null, room: null } });
		await server.deviceReports.flush();
		expect(await rows()).toMatchObject([{ version: 'v8', clock_offset: -4_000, used: 5_000 }]);
		await sync(new Writer('J2'));
		await server.deviceReports.flush();
		expect(await rows()).toMatchObject([{}, { device: 'device-of-J2', version: null, waiting: 0 }]);
	});

	it('S190 a sync writes no report; a hundred of a device are one row later, with the room that was told', async () => {
		const writer = new Writer('J1');
		await sync(writer, { report: REPORT });
		written = 0;
		for (let time = 0; time < 100; time += 1) await sync(writer, { report: { ...REPORT, room: null } });
		expect([written, await rows()]).toEqual([0, []]);
		await server.deviceReports.flush();
		expect(written).toBe(1);
		expect(await rows()).toMatchObject([{ used: 5_000 }]);
		await server.deviceReports.flush();
		expect(written).toBe(1);
	});

	it('S190 a report that cannot be written fails no later one', async () => {
		const failures: unknown[] = [];
		const reports = createDeviceReports(db, (error) => failures.push(error));
		reports.note('d', { at: Number.NaN, waiting: 0 });
		await reports.flush();
		reports.note('d', { at: 1, waiting: 0 });
		await reports.flush();
		expect(failures).toHaveLength(1);
		expect(await rows()).toMatchObject([{ device: 'd', seen_at: 1 }]);
	});

	it.each([{ version: 7 }, 'x', { ...REPORT, room: { used: -1, quota: 0 } }])(
		'S190 a wrong report is dropped, and holds up no fact: %j',
		(report) => {
			const request = new Writer('J1').request();
			expect(v.parse(SyncRequestSchema, { ...request, report }).report).toBeUndefined();
		}
	);
});
