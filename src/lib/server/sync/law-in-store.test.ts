import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { openDatabase } from '../store/database.ts';
import { lawInStore } from './law-in-store.ts';
import { type SyncServer, syncServerOf } from './sync-server.ts';

async function aServerOfItsOwn(): Promise<SyncServer> {
	const folder = mkdtempSync(join(tmpdir(), 'law-'));
	const db = await openDatabase(join(folder, 'tereze.db'));
	const server = await syncServerOf(db, folder);
	onTestFinished(async () => {
		await server.search({ limit: 1 });
		await db.destroy();
		rmSync(folder, { recursive: true });
	});
	return server;
}

describe('the law of a server', () => {
	it('S80 is that of its own database, as soon as a report may be made, and no other server of this process has it', async () => {
		const [server, other] = [await aServerOfItsOwn(), await aServerOfItsOwn()];
		const admin = new Writer('J1', CENTER);
		admin.role = 'admin';
		const off = admin.dayOff();
		await server.receiver.receive(admin.request(), admin.device);
		await server.reports();
		expect(server.law().overridesOf(CENTER)).toMatchObject([{ date: '2026-11-26', fact: off.id }]);
		expect(other.law().overridesOf(CENTER)).toEqual([]);
		expect((await lawInStore(server.store)).key).toBe(server.law().key);
	});
});
