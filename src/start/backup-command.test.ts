import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLastBackup } from '#lib/server/operation/last-backup.ts';
import { RELEASES, serverDatabase } from '#tests/golden/golden-copies.ts';
import { tamperWith } from '#tests/support/tampered-rows.ts';
import { readBackupOptions } from './backup-options.ts';
import { holdFile } from './hold-file.ts';
import { projectRoot } from './settings.ts';

let data: string;
const backups = () => join(data, 'backups');
beforeEach(() => {
	data = mkdtempSync(join(tmpdir(), 'tereze-backup-'));
	mkdirSync(backups());
	writeFileSync(join(data, 'tereze.db'), serverDatabase(RELEASES.at(-1)!));
});
afterEach(() => rmSync(data, { recursive: true }));

/** Runs the script as `npm run backup` does. */
function backup(...args: string[]) {
	const env = { ...process.env, NODE_OPTIONS: '', DATA_DIR: data };
	const command = ['src/start/run.js', 'src/start/backup.ts', ...args];
	return spawnSync(process.execPath, command, { cwd: projectRoot(), env, encoding: 'utf8' });
}

describe('npm run backup', { timeout: 60_000 }, () => {
	it('N305 with --keep the newest stay, once the new one is whole; what is not of its names stays, too', () => {
		const old = ['tereze-20250101-000000.db', 'tereze-20250102-000000.db', 'tereze-20990101-000000.db'];
		const foreign = ['notes.db', 'tereze-before-update.db', 'tereze-20250101-000000.db.unproven'];
		const halves = ['tereze-20250103-000000.db.part'];
		for (const name of [...old, ...foreign, ...halves]) writeFileSync(join(backups(), name), '');
		mkdirSync(join(backups(), '.tereze-proving-cut'));
		const { status, stdout } = backup('--keep', '2');
		expect(status).toBe(0);
		const made = /Saved and checked: .*\/(tereze-.*\.db)$/m.exec(stdout)![1]!;
		// One copy bears a day to come: the clock was wrong then, and the new copy stays all the same.
		expect(readdirSync(backups()).toSorted()).toEqual([made, old[2], ...foreign].toSorted());
	});

	it('N306 with --verify the copy is restored elsewhere and all of it proven, which the server learns', () => {
		const { status, stdout } = backup('--verify');
		expect([status, stdout]).toEqual([0, expect.stringMatching(/\nRestored and proven: [1-9]\d* facts\n$/)]);
		const { at, provenAt } = readLastBackup(data);
		expect(at).toBeGreaterThan(Date.now() - 60_000);
		expect(provenAt).toBe(at);
		backup();
		expect(readLastBackup(data)).toMatchObject({ provenAt });
		expect(readdirSync(backups()).every((name) => name.endsWith('.db'))).toBe(true);
	});

	it('N306 one that does not prove ends it with code 1 and is set apart, and nothing older is removed', () => {
		const hand = tamperWith(join(data, 'tereze.db'));
		hand.run("update stream_entries set hash = 'x'");
		hand.close();
		writeFileSync(join(backups(), 'tereze-20250101-000000.db'), 'older');
		const { status, stderr } = backup('--keep', '1', '--verify');
		expect(status).toBe(1);
		expect(stderr).toMatch(
			/does not prove: \d+ places do not fit[^]*npm run verify-journal -- --database \S+\.db\.unproven\n$/
		);
		const [older, aside, ...more] = readdirSync(backups()).toSorted();
		expect([older, aside, more]).toEqual(['tereze-20250101-000000.db', expect.stringMatching(/\.db\.unproven$/), []]);
		expect(readLastBackup(data)).toEqual({ at: null, provenAt: null });
	});

	it('N305 copies may lie in another folder, or under a name of their own', () => {
		const elsewhere = join(data, 'disk', 'of others');
		expect(backup('--to', elsewhere, '--keep', '3').status).toBe(0);
		expect(readdirSync(elsewhere)).toEqual([expect.stringMatching(/^tereze-\d{8}-\d{6}\.db$/)]);
		expect(backup(join(data, 'before-update.db')).status).toBe(0);
		expect(existsSync(join(data, 'before-update.db'))).toBe(true);
	});

	it('N305 of two at the same time the second is told so and does nothing', async () => {
		const release = await holdFile(join(data, 'backup.lock'), { held: () => undefined, patienceMs: 0 });
		const { status, stderr } = backup();
		release!();
		expect(status).toBe(1);
		expect(stderr).toContain('Another backup of these data is under way');
		expect(readdirSync(backups())).toEqual([]);
	});

	it('N305 without a database it says where it looked, and makes none', () => {
		rmSync(join(data, 'tereze.db'));
		const { status, stderr } = backup();
		expect([status, existsSync(join(data, 'tereze.db'))]).toEqual([1, false]);
		expect(stderr).toContain(`There is no database at ${join(data, 'tereze.db')}`);
	});

	it('N305 what cannot be written is told in a sentence and leaves nothing half', () => {
		writeFileSync(join(data, 'a-file'), 'x');
		const { status, stderr } = backup('--to', join(data, 'a-file'));
		expect(status).toBe(1);
		expect(stderr).toMatch(/a-file\/tereze-\S+ was not written: /);
		expect(readFileSync(join(data, 'a-file'), 'utf8')).toBe('x');
	});
});

describe('the options of a backup', () => {
	it.each([
		[['--keep', '0'], '--keep is a number from 1 to 9999, not 0'],
		[['--keep', 'all'], '--keep is a number from 1 to 9999, not all'],
		[['--keep'], '--keep'],
		[['--to', ''], '--to needs a folder'],
		[['a.db', 'b.db'], 'One file, not 2: a.db b.db'],
		[['a.db', '--keep', '3'], '--keep is for copies that are named by the moment: leave out a.db'],
		[['a.db', '--to', 'b'], '--to is for copies that are named by the moment: leave out a.db'],
		[['--every', '24h'], '--every']
	])('N305 %j is refused, with why', (args, why) => {
		expect(readBackupOptions(args)).toEqual({ kind: 'wrong', why: expect.stringContaining(why) });
	});
});
