import { Registry } from '@prometheus-io/client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { type Database } from '../store/database.ts';
import { isPostgres } from '../store/engine.ts';
import { noteBackup } from './last-backup.ts';
import { createOperationMetrics } from './operation-metrics.ts';

const HOUR = 3_600_000;
const NOW = 1_795_000_000_000;

let db: Database;
let folder: string;
let registry: Registry;
let now: number;
let bringUpToDate: () => Promise<void>;
let who: string;
beforeEach(async () => {
	db = await openDemoDatabase();
	who = (await db.selectFrom('people').select('id').executeTakeFirstOrThrow()).id;
	folder = mkdtempSync(join(tmpdir(), 'tereze-metrics-'));
	registry = new Registry();
	now = NOW;
	bringUpToDate = createOperationMetrics(registry, { db, dataDir: folder, now: () => now });
});
afterEach(async () => {
	await db.destroy();
	rmSync(folder, { recursive: true });
});

/** The value of a line of the output. */
async function told(line: string): Promise<number> {
	await bringUpToDate();
	const found = (await registry.metrics()).split('\n').find((each) => each.startsWith(`${line} `));
	return Number(found?.slice(line.length + 1));
}

let number = 0;
type Seen = { ago: number; waiting?: number; offset?: number };
async function device({ ago, waiting = 0, offset = 0 }: Seen, revoked: number | null = null): Promise<void> {
	const id = `device-${(number += 1)}`;
	const place = { org: 'center-04', place: 'window', window: null, registered_by: who };
	const row = {
		id,
		number,
		journal: id,
		token_hash: id,
		key: null,
		registered_at: NOW - 100 * HOUR,
		revoked_at: revoked
	};
	await db
		.insertInto('devices')
		.values({ ...row, ...place })
		.execute();
	const report = { version: null, used: null, quota: null, clock_offset: offset };
	await db
		.insertInto('device_reports')
		.values({ device: id, seen_at: NOW - ago, waiting, ...report })
		.execute();
}

const running = (application: string, org: string, service: string, due: number | null) =>
	db
		.insertInto('running_applications')
		.values({
			...{ number: application, org, service, due, step: 'registered', person: '', center: 'center-04' },
			...{ risk_from: null, packet_since: NOW }
		})
		.execute();

describe('what an operator watches', () => {
	it('N307 devices are counted by how long nothing was heard of them, those out of use not', async () => {
		await device({ ago: HOUR / 2 });
		await device({ ago: 5 * HOUR });
		await device({ ago: 80 * HOUR });
		await device({ ago: 80 * HOUR }, NOW);
		expect(await told('tereze_devices')).toBe(3);
		for (const [hours, count] of [
			[1, 2],
			[4, 2],
			[24, 1],
			[72, 1]
		] as const)
			expect(await told(`tereze_devices_silent{hours="${hours}"}`)).toBe(count);
	});

	it('N307 what waits on devices is counted by their last reports, with the age of the oldest and wrong clocks', async () => {
		await device({ ago: HOUR, waiting: 3 });
		await device({ ago: 6 * HOUR, waiting: 4, offset: -6 * 60_000 });
		await device({ ago: 90 * HOUR });
		expect(await told('tereze_devices_waiting')).toBe(2);
		expect(await told('tereze_device_facts_waiting')).toBe(7);
		expect(await told('tereze_device_queue_oldest_seconds')).toBe(6 * 3600);
		expect(await told('tereze_devices_wrong_clock')).toBe(1);
	});

	it('N308 an application of two orgs is counted once, by service and limit', async () => {
		for (const org of ['center-04', 'body-15']) await running('1', org, '3', NOW - 1);
		await running('2', 'center-04', '3', NOW + HOUR);
		await running('3', 'center-04', '3', null);
		await running('4', 'center-04', '5', NOW + HOUR);
		const work = (service: string, state: string) =>
			told(`tereze_applications_in_work{service="${service}",state="${state}"}`);
		expect(await work('3', 'overdue')).toBe(1);
		expect(await work('3', 'inTime')).toBe(1);
		expect(await work('3', 'unlimited')).toBe(1);
		expect(await work('5', 'inTime')).toBe(1);
		expect(await work('5', 'overdue')).toBe(0);
	});

	it('N309 the last proof, copies and room are told; what never was is told as 0', async () => {
		for (const never of ['verifier_last_run', 'backup_last', 'backup_proven'])
			expect(await told(`tereze_${never}_timestamp_seconds`)).toBe(0);
		expect(await told('tereze_disk_free_bytes')).toBeGreaterThan(0);
		// Here SQLite lies in memory.
		expect((await told('tereze_database_bytes')) > 0).toBe(isPostgres(db));
		const result = JSON.stringify({ facts: 7, journals: 2, streams: 1, found: 3, findings: [] });
		const run = { started_by: null, role: null, started_at: NOW - HOUR };
		const runs = [
			{ ...run, ended_at: NOW - HOUR, outcome: 'found', result },
			{ ...run, ended_at: NOW, outcome: 'failed', result: null }
		];
		await db.insertInto('verifications').values(runs).execute();
		noteBackup(folder, { at: NOW - 2 * HOUR, isProven: true });
		noteBackup(folder, { at: NOW - HOUR, isProven: false });
		now += 60_000;
		expect(await told('tereze_verifier_places_found')).toBe(3);
		expect(await told('tereze_verifier_last_run_timestamp_seconds')).toBe((NOW - HOUR) / 1000);
		expect(await told('tereze_backup_last_timestamp_seconds')).toBe((NOW - HOUR) / 1000);
		expect(await told('tereze_backup_proven_timestamp_seconds')).toBe((NOW - 2 * HOUR) / 1000);
	});

	it('N309 the age of the oldest text in quarantine is told, of those that are open', async () => {
		const text = { journal: 'j', seq: 1, text: '', salt: null, personal: null, cause: 'form', device: 'd' };
		const open = { ...text, hash: 'a', state: 'open', at: NOW - HOUR, ended_at: null };
		const ended = { ...text, hash: 'b', state: 'released', at: NOW - 9 * HOUR, ended_at: NOW };
		await db.insertInto('quarantine').values([open, ended]).execute();
		expect(await told('tereze_quarantine_oldest_seconds')).toBe(3600);
	});

	it('N309 however many ask, the database is asked at most once in ten seconds', async () => {
		expect(await told('tereze_devices')).toBe(0);
		await device({ ago: 0 });
		expect(await told('tereze_devices')).toBe(0);
		now += 10_000;
		expect(await told('tereze_devices')).toBe(1);
	});
});
