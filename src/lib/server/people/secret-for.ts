import { existsSync, readFileSync } from 'node:fs';
import { DatabaseUnusable } from '../store/check-postgres.ts';
import { saveMeta } from '../store/counted-writes.ts';
import type { Database } from '../store/database.ts';
import { isPostgres } from '../store/engine.ts';
import { transact } from '../store/transact.ts';
import { opensDatabase, secretId } from './rotate-secret.ts';
import { openServerSecret, type ServerSecret } from './server-secret.ts';

/**
 * The secret for this database. Where several processes share one, each has the file in its own folder, and the database knows which secret
 * it is: one that would make a new secret, or has another one, would seal what the others cannot open.
 * @throws DatabaseUnusable with what to do
 */
export async function secretFor(db: Database, file: string): Promise<ServerSecret> {
	if (!isPostgres(db)) return openServerSecret(file);
	return transact(db, async (tx) => {
		const kept = await tx.selectFrom('meta').select('value').where('key', '=', 'secretId').executeTakeFirst();
		if (kept && !existsSync(file)) throw new DatabaseUnusable(`There is no secret at ${file}: ${FROM_WHERE}`);
		const secret = openServerSecret(file);
		const own = readFileSync(file);
		const isOther = kept ? kept.value !== secretId(own) : (await opensDatabase(tx, own)) === false;
		if (isOther) throw new DatabaseUnusable(`The secret at ${file} is not that of the database: ${FROM_WHERE}`);
		if (!kept) await saveMeta(tx, 'secretId', secretId(own));
		return secret;
	});
}

const FROM_WHERE =
	'copy the file from the folder of another process, or bring it back from its two parts with npm run secret.';
