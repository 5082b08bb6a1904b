import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { type Settings } from '#lib/server/settings/read-settings.ts';
import { checkPostgres, DatabaseUnusable } from '#lib/server/store/check-postgres.ts';
import { withDatabase } from '#lib/server/store/engine.ts';

/** Where a server keeps what it knows: its database, and the folder of what lies outside it. */
export type ServerData = Pick<Settings, 'database' | 'dataDir'>;

/**
 * Why a script cannot work on a server's database, in words for a terminal; null where it can.
 * @param table that the script needs, which a later version may have brought
 */
export async function whyUnready({ database }: ServerData, table: string): Promise<string | null> {
	if (database.kind === 'sqlite' && !existsSync(database.file))
		return `There is no database at ${database.file} yet: start the server once`;
	try {
		await withDatabase(database, async (db) => {
			if (database.kind === 'postgres') await checkPostgres(db, database.url);
			await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
		});
		return null;
	} catch (error) {
		if (error instanceof DatabaseUnusable) return error.message;
		return 'The database is not that of this version: start the server of this version once first';
	}
}
