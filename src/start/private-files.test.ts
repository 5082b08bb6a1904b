import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '#lib/server/store/database.ts';
import { backupDatabase } from './backup-database.ts';
import { keepPrivate } from './private-files.ts';

const umask = process.umask();
const data = mkdtempSync(join(tmpdir(), 'tereze-private-'));
const modeOf = (name: string) => (statSync(join(data, name)).mode & 0o777).toString(8);
afterEach(() => {
	process.umask(umask);
	rmSync(data, { recursive: true });
});

it('N84 what the server stores is its own user’s only: what is there, what is made, and every copy', async () => {
	mkdirSync(join(data, 'backups'));
	const old = ['tereze.db', 'tereze.db-wal', 'tereze.db.before-20261129', 'epoch', 'backups/tereze-1.db'];
	for (const name of [...old, 'notes.txt']) {
		writeFileSync(join(data, name), '');
		chmodSync(join(data, name), 0o644);
	}
	keepPrivate(data);
	expect(old.map(modeOf)).toEqual(old.map(() => '600'));
	expect(modeOf('notes.txt')).toBe('644');
	const db = await openDatabase(join(data, 'new.db'));
	expect(['new.db', 'new.db-wal'].map(modeOf)).toEqual(['600', '600']);
	process.umask(0o022);
	expect(backupDatabase(join(data, 'new.db'), join(data, 'backups/copy.db'))).toEqual({ ok: true });
	expect(modeOf('backups/copy.db')).toBe('600');
	await db.destroy();
});
