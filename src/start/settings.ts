import { join } from 'node:path';
import { readSettings, type Settings } from '#lib/server/settings/read-settings.ts';
import { unknownVariable } from '#lib/server/settings/unknown-variable.ts';

/** How a script ends that was set up wrongly, apart from 1, which says that its work failed. */
const WRONG_SETTING = 2;

/** The settings of a script that begins; a wrong or unknown variable ends it with a sentence and code 2. */
export function settingsOrExit(): Settings {
	const read = readSettings(process.env, projectRoot());
	if (!read.ok) return exitFor(read.why);
	const unknown = unknownVariable(process.env);
	return unknown === null ? read.settings : exitFor(unknown);
}

/** The file of the database, for what copies it. PostgreSQL is copied by tools of its own: then a script ends. */
export function databaseFile({ database }: Settings): string {
	return database.kind === 'sqlite' ? database.file : exitFor(OF_POSTGRES);
}

const OF_POSTGRES =
	'DATABASE_URL: the data are in PostgreSQL, whose copies are made and put back by its own tools (docs/operate.md, “PostgreSQL”).';

function exitFor(why: string): never {
	process.stderr.write(`${why}\n`);
	process.exit(WRONG_SETTING);
}

/** The folder of `package.json`, wherever the script was started from. */
export const projectRoot = (): string => join(import.meta.dirname, '..', '..');

/** Outside the database, so that a database copied back does not bring its own epoch back, too. */
export const epochFile = (dataDir: string): string => join(dataDir, 'epoch');

/** A moment as a part of a file's name: `20261122-095713`, UTC, so that names sort by time. */
export const fileStamp = (now: Temporal.Instant): string =>
	now.toString({ smallestUnit: 'second' }).replace(/[-:Z]/g, '').replace('T', '-');
