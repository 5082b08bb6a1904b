import { join, resolve } from 'node:path';
import { backupDatabase } from './backup-database.ts';
import { keepPrivate } from './private-files.ts';
import { databaseFile, fileStamp, settingsOrExit } from './settings.ts';

// `npm run backup`, or `npm run backup -- /elsewhere/copy.db`; the server may be running.
const settings = settingsOrExit();
const { dataDir } = settings;
keepPrivate(dataDir);
const copy = resolve(process.argv[2] ?? join(dataDir, 'backups', `tereze-${fileStamp(Temporal.Now.instant())}.db`));
const done = backupDatabase(databaseFile(settings), copy);
if (done.ok) process.stdout.write(`Saved and checked: ${copy}\n`);
else {
	process.stderr.write(`${done.why}\n`);
	process.exitCode = 1;
}
