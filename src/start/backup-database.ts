import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isNoRoom } from '#lib/server/store/no-room.ts';
import { syncFile } from './sync-file.ts';

export type Checked = { ok: true } | { ok: false; why: string };

/** Ends the name of a copy that is being made: a cut leaves nothing that looks whole. */
export const UNDER_WAY = '.part';

/**
 * A whole and consistent copy while the server goes on working: one read transaction sees one moment, and keeps no writer waiting.
 * (`backup()` of SQLite starts again at every write of another connection and never ends on a busy day.) It is on the disk before it
 * gets its name.
 * @param copy must not exist yet
 */
export function backupDatabase(database: string, copy: string): Checked {
	if (!existsSync(database)) return { ok: false, why: `There is no database at ${database}` };
	if (existsSync(copy)) return { ok: false, why: `${copy} is there already` };
	const part = `${copy}${UNDER_WAY}`;
	try {
		mkdirSync(dirname(copy), { recursive: true });
		rmSync(part, { force: true });
		copyInto(part, database);
		chmodSync(part, 0o600);
		const checked = checkDatabase(part);
		if (!checked.ok) return checked;
		syncFile(part);
		renameSync(part, copy);
		return checked;
	} catch (error) {
		if (existsSync(part)) rmSync(part);
		return { ok: false, why: isNoRoom(error) ? noRoomIn(copy) : `${copy} was not written: ${String(error)}` };
	}
}

function copyInto(copy: string, database: string): void {
	const db = new DatabaseSync(database, { timeout: 30_000 });
	try {
		db.prepare('vacuum into ?').run(copy);
	} finally {
		db.close();
	}
}

const noRoomIn = (copy: string): string =>
	`There is no room for a copy in ${dirname(copy)}: make room, or name another folder with --to. Nothing was changed.`;

/** Whether a file is a whole database of Tereze. */
export function checkDatabase(file: string): Checked {
	if (!existsSync(file)) return { ok: false, why: `There is no file ${file}` };
	try {
		const db = new DatabaseSync(file, { readOnly: true });
		try {
			const sound = db.prepare('pragma quick_check').get()?.['quick_check'] === 'ok';
			const ours = db.prepare("select 1 from sqlite_master where type = 'table' and name = 'stream_heads'").get();
			return sound && ours ? { ok: true } : { ok: false, why: `${file} is damaged or not a database of Tereze` };
		} finally {
			db.close();
		}
	} catch {
		return { ok: false, why: `${file} is not a database` };
	}
}
