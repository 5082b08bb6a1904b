import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '#lib/server/store/database.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { createMemoryJournalStore } from '#lib/server/store/memory-journal-store.ts';
import { verifyDatabase } from '#lib/server/verify/verify-database.ts';
import { type BackedUpStore } from './sim-server.ts';

export function memoryServerStore(): BackedUpStore {
	const store = createMemoryJournalStore();
	return {
		open: async () => store,
		backUp: async () => {
			const copy = store.snapshot();
			return async () => store.restore(copy);
		},
		findings: () => [],
		close: async () => {}
	};
}

export function sqliteServerStore(): BackedUpStore {
	const folder = mkdtempSync(join(tmpdir(), 'tereze-simulation-db-'));
	const file = join(folder, 'tereze.db');
	let db: Database | undefined;
	let copies = 0;
	return {
		open: async () => {
			await db?.destroy();
			db = await openDatabase(file);
			return createKyselyJournalStore(db);
		},
		backUp: async () => {
			const copy = join(folder, `backup-${(copies += 1)}.db`);
			await sql`vacuum into ${sql.lit(copy)}`.execute(db!);
			return async () => {
				await db?.destroy();
				db = undefined;
				for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
				copyFileSync(copy, file);
			};
		},
		findings: () => verifyDatabase(file)!.findings.first,
		close: async () => {
			await db?.destroy();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
