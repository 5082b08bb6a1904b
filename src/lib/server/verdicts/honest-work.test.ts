import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDemoDatabase } from '#tests/support/people-database.ts';
import { seedWork } from '../demo/seed-work.ts';
import { syncServerOf } from '../sync/sync-server.ts';

describe('honest work', () => {
	it('S227 of days in a Center and a body is never flagged', { timeout: 30_000 }, async () => {
		const folder = mkdtempSync(join(tmpdir(), 'tereze-honest-'));
		const db = await openDemoDatabase();
		const server = await syncServerOf(db, folder);
		await server.registry.adoptRows();
		await seedWork(db, server, Date.UTC(2026, 10, 27, 9));
		expect(server.registry.current().people.size).toBeGreaterThan(5);
		expect(
			(await server.store.factsAfter(0, 1000)).filter(({ fact }) => fact.type === 'signed').length
		).toBeGreaterThan(3);
		expect(await db.selectFrom('flags').selectAll().execute()).toEqual([]);
		rmSync(folder, { recursive: true, force: true });
	});
});
