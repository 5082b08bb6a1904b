import { join } from 'node:path';
import { openLog } from '../operation/open-log.ts';
import { programFolder } from '../settings/handed-over.ts';
import { settingsNow } from '../settings/read-settings.ts';
import type { Database } from '../store/database.ts';
import { isPostgres } from '../store/engine.ts';
import { runVerifier } from './run-verifier.ts';
import { createVerifications, type Verifications } from './verifications.ts';

/** How often it is asked whether the night has come. */
const LOOK_EVERY_MS = 10 * 60_000;

const all = new WeakMap<Database, Promise<Verifications>>();

/** The verifier of this database, opened at its first use. @param folder where the database lies */
export function verificationsOf(db: Database, folder = settingsNow().dataDir): Promise<Verifications> {
	const opened = all.get(db) ?? open(db, folder);
	all.set(db, opened);
	return opened;
}

async function open(db: Database, folder: string): Promise<Verifications> {
	const log = openLog('verifier');
	const root = programFolder();
	// A PostgreSQL is named in the environment, which the process has, too.
	const file = isPostgres(db) ? null : join(folder, 'tereze.db');
	const verifications = await createVerifications(db, {
		verify: (signal) => runVerifier(file, root, signal),
		now: Date.now,
		failed: (error) => log.error({ err: error }, 'A run of the verifier was not kept')
	});
	const look = () =>
		void verifications
			.startIfDue()
			.catch((error: unknown) => log.error({ err: error }, 'The verifier was not begun by itself'));
	const looking = setInterval(look, LOOK_EVERY_MS).unref();
	process.once('sveltekit:shutdown', () => {
		clearInterval(looking);
		verifications.stop();
	});
	return verifications;
}
