import { type DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { Writer } from '#tests/contract/server-store-writer.ts';
import { Kysely, SqliteDialect } from 'kysely';
import { createKyselyJournalStore } from './kysely-journal-store.ts';
import { type Database, openDatabase, type Tables } from './database.ts';
import { isNoRoom } from './no-room.ts';
import { roomOf } from './room.ts';
import { openSqlite } from './sqlite-connection.ts';
import { createReceiver } from '../sync/receive.ts';

let folder: string;
let db: Database;
let raw: DatabaseSync;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'tereze-room-'));
	const file = join(folder, 'tereze.db');
	await (await openDatabase(file)).destroy();
	const sqlite = openSqlite(file);
	raw = sqlite.raw;
	db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
});
afterEach(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

/** As on a disk that is full: not one page more. */
const fill = () => raw.exec(`pragma max_page_count = ${Number(raw.prepare('pragma page_count').get()!['page_count'])}`);
const makeRoom = () => raw.exec('pragma max_page_count = 1000000');
const receiver = () => createReceiver(createKyselyJournalStore(db), { now: Date.now, epoch: () => 'epoch' });
const large = (writer: Writer) => {
	for (let serial = 1; serial <= 200; serial += 1) writer.accepted(serial);
	return writer.request();
};

describe('a full disk', () => {
	it('N79 what is pushed is refused as for want of room, not as a mistake, and taken when there is room again', async () => {
		const window = new Writer('J1');
		fill();
		const error = await receiver()
			.receive(large(window), window.device)
			.catch((thrown: unknown) => thrown);
		expect(isNoRoom(error)).toBe(true);
		expect(raw.isTransaction).toBe(false);
		makeRoom();
		const answer: SyncResponse = await receiver().receive(window.request(), window.device);
		expect(answer.ackedSeq).toBe(200);
	});

	it('N79 it is seen until a write succeeds again', async () => {
		const room = roomOf(db, folder);
		expect(await room.isFull()).toBe(false);
		room.noteFull();
		expect(await room.isFull()).toBe(true);
		expect(roomOf(db)).toBe(room);
	});

	it('N79 what is read is answered all the same', async () => {
		fill();
		expect(await db.selectFrom('people').selectAll().execute()).toEqual([]);
		expect(await createKyselyJournalStore(db).mark()).toBe(0);
	});

	it.each([
		[Object.assign(new Error('full'), { errcode: 13 }), true],
		[Object.assign(new Error('write'), { code: 'ENOSPC' }), true],
		[Object.assign(new Error('quota'), { code: 'EDQUOT' }), true],
		[new Error('outer', { cause: Object.assign(new Error('full'), { errcode: 13 }) }), true],
		[Object.assign(new Error('busy'), { errcode: 5 }), false],
		['full', false],
		[null, false]
	])('N79 %s is want of room: %s', (error, expected) => {
		expect(isNoRoom(error)).toBe(expected);
	});
});
