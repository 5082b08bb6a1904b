import { existsSync, readFileSync } from 'node:fs';
import { DatabaseUnusable } from '../store/check-postgres.ts';
import type { Database } from '../store/database.ts';
import { isPostgres } from '../store/engine.ts';
import { opensDatabase } from './rotate-secret.ts';
import { openServerSecret, type ServerSecret } from './server-secret.ts';

/**
 * The secret for this database. Where several processes share one, each has the file in its own folder: one that would make a new secret,
 * or has another one, would seal what the others cannot open.
 * @throws DatabaseUnusable with what to do
 */
export async function secretFor(db: Database, file: string): Promise<ServerSecret> {
	if (isPostgres(db)) {
		const own = existsSync(file) ? readFileSync(file) : Buffer.alloc(32);
		if ((await opensDatabase(db, own)) === false)
			throw new DatabaseUnusable(
				`The secret at ${file} does not open what lies sealed in the database: copy the file from the folder of another ` +
					'process, or bring it back from its two parts with npm run secret.'
			);
	}
	return openServerSecret(file);
}
