import { resolve } from 'node:path';
import { keepPrivate } from './private-files.ts';
import { beginAfterRecovery } from './recovered-database.ts';
import { restoreDatabase } from './restore-database.ts';
import { databaseFile, epochFile, fileStamp, settingsOrExit } from './settings.ts';

// `npm run restore -- data/backups/tereze-….db`; the server must be stopped. A PostgreSQL is restored by its own tools; after them
// `npm run restore -- --recovered`.
const NEXT = 'Start the server: it opens a new epoch, and the devices send again what is missing.\n';
const settings = settingsOrExit();
const { dataDir, database } = settings;
keepPrivate(dataDir);
const what = process.argv[2];
if (database.kind === 'postgres' && what === '--recovered') {
	const why = await beginAfterRecovery(settings);
	if (why === null) process.stdout.write(NEXT);
	else fail(why);
} else restoreFile(databaseFile(settings), what);

function restoreFile(file: string, backup: string | undefined): void {
	if (backup === undefined) return fail('Which backup? npm run restore -- data/backups/tereze-….db');
	const aside = `${file}.before-${fileStamp(Temporal.Now.instant())}`;
	const done = restoreDatabase(file, resolve(backup), aside, epochFile(dataDir));
	if (!done.ok) return fail(done.why);
	process.stdout.write(`Restored: ${file}\nWhat was there before, if anything: ${aside}\n${NEXT}`);
}

function fail(why: string): void {
	process.stderr.write(`${why}\n`);
	process.exitCode = 1;
}
