import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { holdFile } from './hold-file.ts';
import { moveToPostgres } from './move-database.ts';
import { settingsOrExit } from './settings.ts';

// `DATABASE_URL=postgres://… npm run move-to-postgres`: copies the data of a stopped server from SQLite, and proves that all of it came.
const settings = settingsOrExit();
const { database, dataDir } = settings;
const file = join(dataDir, 'tereze.db');
if (database.kind !== 'postgres') end('Name the database in DATABASE_URL: postgres://person:password@host/database', 2);
else if (!existsSync(file)) end(`There is no database at ${file}: set DATA_DIR to the folder of the server`, 2);
else {
	const release = await holdFile(join(dataDir, 'server.lock'), { held: () => undefined, patienceMs: 0 });
	if (!release) end('The server is running. Stop it first.', 1);
	else {
		const say = (words: string) => void process.stdout.write(`${words}\n`);
		const moved = await moveToPostgres({ file, to: database }, say);
		release();
		if (!moved.ok) end(moved.why, 1);
		else
			say(
				'All of it is there. Start the server with this DATABASE_URL and DATA_DIR; keep the file until you trust it.'
			);
	}
}

function end(why: string, code: number): void {
	process.stderr.write(`${why}\n`);
	process.exitCode = code;
}
