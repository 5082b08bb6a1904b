import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type Checked = { ok: true } | { ok: false; why: string };

/**
 * A whole and consistent copy while the server goes on working: one read transaction sees one moment.
 * (`backup()` of SQLite starts again at every write of another connection and never ends on a busy day.)
 * @param copy must not exist yet
 */
export function backupDatabase(database: string, copy: string): Checked {
	if (!existsSync(database)) return { ok: false, why: `There is no database at ${database}` };
	if (existsSync(copy)) return { ok: false, why: `${copy} is there already` };
	mkdirSync(dirname(copy), { recursive: true });
	const db = new DatabaseSync(database, { timeout: 30_000 });
	try {
		db.prepare('vacuum into ?').run(copy);
	} finally {
		db.close();
	}
	chmodSync(copy, 0o600);
	return checkDatabase(copy);
}

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
