import { type EventEmitter } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { emptyPostgres } from '#tests/support/people-database.ts';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { secretFor } from '#lib/server/people/secret-for.ts';
import { TERMINAL } from '#lib/server/registry/adopt-rows.ts';
import { type Database, openDatabase } from '#lib/server/store/database.ts';
import { type SyncServer, syncServerOf } from '#lib/server/sync/sync-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'processes-'));
afterAll(() => rmSync(folder, { recursive: true }));

let databases: Database[] = [];
let one: SyncServer;
let other: SyncServer;
let turn = 0;
const folderOf = (name: string) => join(folder, `${turn}-${name}`);

/** As two processes: each with connections, a memory and a folder of its own. */
beforeEach(async () => {
	turn += 1;
	const place = await emptyPostgres(inject('postgres')!);
	databases = [await openDatabase(place), await openDatabase(place)];
	one = await syncServerOf(databases[0]!, folderOf('one'));
	mkdirSync(folderOf('other'));
	cpSync(join(folderOf('one'), 'secret'), join(folderOf('other'), 'secret'));
	other = await syncServerOf(databases[1]!, folderOf('other'));
});
afterEach(async () => {
	(process as EventEmitter).emit('sveltekit:shutdown');
	await Promise.all(databases.map((db) => db.destroy()));
});

const push = (server: SyncServer, writer: Writer, acked = 0) =>
	server.receiver.receive(writer.request(acked), writer.device);
const openCenter = (server: SyncServer) =>
	server.registry.act({ id: crypto.randomUUID() as FactId, commands: [{ kind: 'openOrg', org: CENTER }] }, TERMINAL);

describe('two processes on one database', () => {
	it('N363 what one takes wakes the devices that listen at the other, and they read it there', async () => {
		const woken = vi.fn();
		other.hub.listen(CENTER, woken);
		const window = new Writer('J1');
		window.accepted(1);
		expect((await push(one, window)).ackedSeq).toBe(1);
		await vi.waitFor(() => expect(woken).toHaveBeenCalled());
		expect((await push(other, new Writer('J2'))).facts).toHaveLength(1);
	});

	it('N363 who lost the connection for news makes it anew, and takes all for changed', async () => {
		const woken = vi.fn();
		other.hub.listen(CENTER, woken);
		const listening = sql<{ pid: number }>`select pid from pg_stat_activity where state = 'idle'
			and application_name = 'tereze news' and datname = current_database()`;
		await vi.waitFor(async () => expect((await listening.execute(databases[0]!)).rows).toHaveLength(2));
		// Each has taken all for changed at its first connection.
		await vi.waitFor(() => expect(woken).toHaveBeenCalled());
		woken.mockClear();
		for (const { pid } of (await listening.execute(databases[0]!)).rows)
			await sql`select pg_terminate_backend(${pid})`.execute(databases[0]!);
		await vi.waitFor(() => expect(woken).toHaveBeenCalled(), { timeout: 5000 });
		woken.mockClear();
		const window = new Writer('J1');
		window.accepted(1);
		await push(one, window);
		await vi.waitFor(() => expect(woken).toHaveBeenCalled());
	});

	it('N363 what one records of people and orgs the other knows with its next transaction, or soon', async () => {
		await openCenter(one);
		const window = new Writer('J1');
		window.accepted(1);
		await push(other, window);
		expect(other.registry.current().orgs.has(CENTER)).toBe(true);
		await openCenter(other);
		await vi.waitFor(() => expect(one.registry.count()).toBe(other.registry.count()));
	});

	it('N363 both give positions without a gap, and numbers of arrival once, however they alternate', async () => {
		const windows = Array.from({ length: 8 }, (_, nr) => new Writer(`J${nr}`));
		for (let round = 0; round < 5; round += 1) {
			for (const [nr, window] of windows.entries()) window.accepted(round * windows.length + nr + 1);
			const answers = await Promise.all(windows.map((window, nr) => push(nr % 2 ? one : other, window, round)));
			expect(answers.map(({ ackedSeq }) => ackedSeq)).toEqual(windows.map(() => round + 1));
		}
		const head = (await one.store.streamHeads([CENTER])).get(CENTER)!;
		const read = await other.store.streamPage({ org: CENTER, after: 0, through: head.position, limit: 1000 });
		expect(read.map(({ position }) => position)).toEqual(Array.from({ length: 40 }, (_, nr) => nr + 1));
		expect(new Set(read.map(({ fact }) => fact.id)).size).toBe(40);
	});

	it('N364 both are in one epoch, also when one starts again with a folder that is new', async () => {
		expect(other.epoch.current()).toBe(one.epoch.current());
		expect(other.epoch.isRestored()).toBe(false);
	});

	it('N365 one without the secret of the other, or with one of its own, does not start', async () => {
		const [db] = databases;
		await expect(secretFor(db!, join(folder, 'nothing'))).rejects.toThrow('copy the file');
		const alone = await emptyPostgres(inject('postgres')!);
		const elsewhere = await openDatabase(alone);
		const foreign = join(folder, `${turn}-foreign`);
		await secretFor(elsewhere, foreign);
		await elsewhere.destroy();
		await expect(secretFor(db!, foreign)).rejects.toThrow('is not that of the database');
	});
});
