import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { noteBackup } from '#lib/server/operation/last-backup.ts';
import { backupDatabase } from './backup-database.ts';
import { type BackupTask, readBackupOptions } from './backup-options.ts';
import { copyName, keepNewest, removeHalves } from './backup-series.ts';
import { holdFile } from './hold-file.ts';
import { keepPrivate } from './private-files.ts';
import { proveBackup } from './prove-backup.ts';
import { databaseFile, fileStamp, settingsOrExit } from './settings.ts';

// `npm run backup`; the server may be running. Older copies go only when the new one is whole, and proven where that is asked for.
const settings = settingsOrExit();
const database = databaseFile(settings);
const task = readBackupOptions(process.argv.slice(2));
if (task.kind === 'help') process.stdout.write(task.text);
else if (task.kind === 'wrong') fail(task.why, 2);
else await whileAlone(task);

async function whileAlone(asked: Parameters<typeof makeCopy>[0]): Promise<void> {
	const { dataDir } = settings;
	if (!existsSync(database)) return fail(`There is no database at ${database}: start the server once, or set DATA_DIR`);
	keepPrivate(dataDir);
	const release = await holdFile(join(dataDir, 'backup.lock'), { held: () => undefined, patienceMs: 0 });
	if (!release) return fail('Another backup of these data is under way: nothing was done.');
	try {
		makeCopy(asked, dataDir);
	} finally {
		release();
	}
}

function makeCopy(asked: Extract<BackupTask, { verify: boolean }>, dataDir: string): void {
	const now = Temporal.Now.instant();
	const named =
		asked.kind === 'copy' ? asked.file : join(asked.folder ?? join(dataDir, 'backups'), copyName(fileStamp(now)));
	const copy = resolve(named);
	const done = backupDatabase(database, copy);
	if (!done.ok) return fail(done.why);
	removeHalves(dirname(copy));
	say(`Saved and checked: ${copy}`);
	if (asked.verify) {
		const proven = proveBackup(copy);
		if (!proven.ok) return fail(proven.why);
		say(`Restored and proven: ${proven.facts} facts`);
	}
	noteBackup(dataDir, { at: now.epochMilliseconds, isProven: asked.verify });
	const removed = asked.kind === 'series' && asked.keep !== null ? keepNewest(copy, asked.keep) : [];
	if (removed.length > 0) say(`Removed, for the newest stay: ${removed.join(', ')}`);
}

function say(words: string): void {
	process.stdout.write(`${words}\n`);
}

function fail(why: string, code = 1): void {
	process.stderr.write(`${why}\n`);
	process.exitCode = code;
}
