import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type Checked, checkDatabase } from './backup-database.ts';
import { syncFile } from './sync-file.ts';

/**
 * Puts a backup in the place of the database. What was there is moved aside, never deleted: it may hold facts that the
 * backup lacks. Without the epoch's file the next start of the server opens a new epoch, and the devices send again what is
 * missing.
 * @param aside where the present database goes; must not exist yet
 */
export function restoreDatabase(database: string, backup: string, aside: string, epochFile: string): Checked {
	const checked = checkDatabase(backup);
	if (!checked.ok) return checked;
	const isThere = existsSync(database);
	if (isThere && isInUse(database)) return { ok: false, why: 'The server is running. Stop it first.' };
	// First of all: if the power goes now, a new epoch costs the devices a little work and loses nothing.
	rmSync(epochFile, { force: true });
	if (isThere) renameSync(database, aside);
	// Left from a crash, they belong to the file just moved and would be applied to the wrong one.
	for (const rest of [`${database}-wal`, `${database}-shm`]) rmSync(rest, { force: true });
	const part = `${database}.part`;
	copyFileSync(backup, part);
	chmodSync(part, 0o600);
	syncFile(part);
	renameSync(part, database);
	return { ok: true };
}

/** Leaving the write-ahead log needs the file for oneself; it also folds that log into the file that is moved aside. */
function isInUse(database: string): boolean {
	const db = new DatabaseSync(database);
	try {
		return db.prepare('pragma journal_mode = delete').get()?.['journal_mode'] !== 'delete';
	} catch {
		return true;
	} finally {
		db.close();
	}
}
