import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupDatabase } from './backup-database.ts';
import { restoreDatabase } from './restore-database.ts';

let folder: string;
let file: string;
let server: DatabaseSync;
const copy = () => join(folder, 'backups', 'one.db');
const aside = () => join(folder, 'aside.db');
const epoch = () => join(folder, 'epoch');

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'tereze-backup-'));
	file = join(folder, 'tereze.db');
	server = new DatabaseSync(file);
	server.exec('pragma journal_mode = wal; create table stream_heads (org text)');
	add('first');
	writeFileSync(epoch(), 'before');
});
afterEach(() => {
	if (server.isOpen) server.close();
	rmSync(folder, { recursive: true });
});

const add = (org: string) => server.prepare('insert into stream_heads values (?)').run(org);
const orgsIn = (path: string) => {
	const db = new DatabaseSync(path);
	const orgs = db.prepare('select org from stream_heads').all();
	db.close();
	return orgs.map((row) => row['org']);
};

describe('backup and restore', () => {
	it('N59 a copy is whole while the server is writing, and later writes are not in it', () => {
		expect(backupDatabase(file, copy())).toEqual({ ok: true });
		add('second');
		expect(orgsIn(copy())).toEqual(['first']);
		expect(orgsIn(file)).toEqual(['first', 'second']);
	});

	it('N59 an earlier copy is never written over', () => {
		backupDatabase(file, copy());
		const before = readFileSync(copy());
		expect(backupDatabase(file, copy())).toMatchObject({ ok: false });
		expect(readFileSync(copy()).equals(before)).toBe(true);
	});

	it('N59 a restore goes back to the copy and keeps what was there, its log included', () => {
		backupDatabase(file, copy());
		add('second');
		server.close();
		expect(restoreDatabase(file, copy(), aside(), epoch())).toEqual({ ok: true });
		expect(orgsIn(file)).toEqual(['first']);
		expect(orgsIn(aside())).toEqual(['first', 'second']);
		// Without it the server opens a new epoch, and the devices send "second" again.
		expect(existsSync(epoch())).toBe(false);
	});

	it('N59 nothing is restored under a running server', () => {
		backupDatabase(file, copy());
		add('second');
		expect(restoreDatabase(file, copy(), aside(), epoch())).toMatchObject({ ok: false });
		add('third');
		expect(orgsIn(file)).toEqual(['first', 'second', 'third']);
		expect(existsSync(epoch())).toBe(true);
	});

	it('N59 what is damaged, foreign or absent is not restored', () => {
		server.close();
		const junk = join(folder, 'junk.db');
		writeFileSync(junk, 'not a database at all, but long enough to look like one to a hasty reader');
		const foreign = join(folder, 'foreign.db');
		const other = new DatabaseSync(foreign);
		other.exec('create table songs (name text)');
		other.close();
		for (const wrong of [junk, foreign, join(folder, 'absent.db')]) {
			expect(restoreDatabase(file, wrong, aside(), epoch())).toMatchObject({ ok: false });
		}
		expect(orgsIn(file)).toEqual(['first']);
		expect(existsSync(aside())).toBe(false);
	});
});
