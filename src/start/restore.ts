import { resolve } from 'node:path';
import { keepPrivate } from './private-files.ts';
import { restoreDatabase } from './restore-database.ts';
import { databaseFile, epochFile, fileStamp, settingsOrExit } from './settings.ts';

// `npm run restore -- data/backups/tereze-….db`; the server must be stopped.
const settings = settingsOrExit();
const { dataDir } = settings;
keepPrivate(dataDir);
const backup = process.argv[2];
const database = databaseFile(settings);
const aside = `${database}.before-${fileStamp(Temporal.Now.instant())}`;
const done =
	backup === undefined
		? ({ ok: false, why: 'Which backup? npm run restore -- data/backups/tereze-….db' } as const)
		: restoreDatabase(database, resolve(backup), aside, epochFile(dataDir));
if (done.ok) {
	process.stdout.write(`Restored: ${database}\nWhat was there before, if anything: ${aside}\n`);
	process.stdout.write('Start the server: it opens a new epoch, and the devices send again what is missing.\n');
} else {
	process.stderr.write(`${done.why}\n`);
	process.exitCode = 1;
}
