import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEmptyDatabase } from '#tests/support/people-database.ts';
import { GET } from '../../../routes/api/health/+server.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { roomOf } from '../store/room.ts';
import { syncServerOf } from '../sync/sync-server.ts';
import { noteRefusedWrite } from './can-write.ts';
import { HEALTH_REASONS, readHealth } from './health.ts';
import { newerSchemaIn } from './newer-schema.ts';

let folder: string;
let db: Database;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'tereze-health-'));
	db = await openEmptyDatabase();
});
afterEach(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

const FUTURE = '999-of-a-newer-program';
const migrate = (file = db) =>
	sql`insert into kysely_migration (name, timestamp) values (${FUTURE}, '2030-01-01')`.execute(file);

async function asked() {
	const response = await (GET as unknown as (event: object) => Promise<Response>)({ locals: { db } });
	return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('the health of a server', () => {
	it('N311 one that is well says so with 200, and says nothing of people or orgs', async () => {
		await syncServerOf(db, folder);
		const { status, body } = await asked();
		expect([status, body['ok'], body['state'], body['reasons']]).toEqual([200, true, 'ok', []]);
		const keys = ['ok', 'state', 'reasons', 'version', 'protocol', 'store', 'schema', 'epoch', 'facts'];
		expect(Object.keys(body)).toEqual(keys);
	});

	it('N311 one without room goes on answering: degraded, with 200', async () => {
		await syncServerOf(db, folder);
		roomOf(db).noteFull();
		expect(await asked()).toMatchObject({ status: 200, body: { ok: false, state: 'degraded', reasons: ['noRoom'] } });
	});

	it('N311 one whose verifier found something is degraded, until a run finds nothing', async () => {
		const run = { started_at: 1, started_by: null, role: null, ended_at: 2, outcome: 'found' };
		const result = (found: number) => JSON.stringify({ facts: 1, journals: 1, streams: 1, found, findings: [] });
		await db
			.insertInto('verifications')
			.values({ ...run, result: result(2) })
			.execute();
		expect(await readHealth(db)).toEqual({ state: 'degraded', reasons: ['notProven'] });
		await db
			.insertInto('verifications')
			.values({ ...run, result: result(0) })
			.execute();
		expect(await readHealth(db)).toEqual({ state: 'ok', reasons: [] });
	});

	it('N311 one that cannot write for another reason than room is failing, with 503', async () => {
		await syncServerOf(db, folder);
		await sql`alter table sign_in_attempts rename to out_of_reach`.execute(db);
		expect(await asked()).toMatchObject({ status: 503, body: { state: 'failing', reasons: ['notWritable'] } });
	});

	it('N375 a write that the disk refused is known to health at once, and forgotten once one succeeds', async () => {
		await syncServerOf(db, folder);
		expect(await readHealth(db)).toEqual({ state: 'ok', reasons: [] });
		noteRefusedWrite(db);
		expect(await readHealth(db)).toEqual({ state: 'failing', reasons: ['notWritable'] });
		vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 3000);
		expect(await readHealth(db)).toEqual({ state: 'ok', reasons: [] });
		vi.restoreAllMocks();
	});

	it('N311 one under which a newer program has changed the tables is failing', async () => {
		await migrate();
		expect(await readHealth(db)).toEqual({ state: 'failing', reasons: ['newerSchema'] });
	});

	it('N311 a store that fails or hangs does not answer, and no place of it is told', async () => {
		const hanging = {
			selectFrom: () => new Promise(() => undefined),
			insertInto: () => ({ values: () => ({ onConflict: () => ({ execute: () => new Promise(() => undefined) }) }) })
		};
		expect(await readHealth(hanging as unknown as Database, 20)).toEqual({ state: 'failing', reasons: ['noAnswer'] });
		const closed = await openDatabase(join(folder, 'closed.db'));
		await closed.destroy();
		const open = db;
		db = closed;
		const { status, body } = await asked();
		db = open;
		expect([status, body['reasons'], 'epoch' in body]).toEqual([503, ['noAnswer'], false]);
	});

	it('N311 the operator’s document has each reason with its state', () => {
		const document = readFileSync(join(import.meta.dirname, '../../../../docs/operate.md'), 'utf8');
		const rows = [...document.matchAll(/^\| `(\w+)` \| (degraded|failing) \|/gm)].map(([, code, state]) => [
			code,
			state
		]);
		expect(Object.fromEntries(rows)).toEqual(HEALTH_REASONS);
	});

	it('N312 a start on tables of a newer program is told as that, and no other fault is', async () => {
		const newer = await openDatabase(join(folder, 'newer.db'));
		await migrate(newer);
		await newer.destroy();
		const failed = await openDatabase(join(folder, 'newer.db')).catch((error: unknown) => error);
		expect(newerSchemaIn(failed)).toBe(FUTURE);
		expect(newerSchemaIn(new Error('The database could not be brought up to date'))).toBeNull();
	});
});
