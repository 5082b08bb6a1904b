import { sql } from 'kysely';
import { type Database, schemaVersion } from '../store/database.ts';

/** Whether a newer program has changed the tables under this one, as it does in an update of several servers one by one. */
export async function hasNewerSchema(db: Database): Promise<boolean> {
	const { rows } = await sql<{ name: string | null }>`select max(name) as name from kysely_migration`.execute(db);
	return (rows[0]?.name ?? '') > (await schemaVersion(db));
}

/** The last change of the tables that this program does not know, from the error of a start; null where that was not its cause. */
export function newerSchemaIn(error: unknown): string | null {
	for (let at = error; at instanceof Error; at = at.cause) {
		const name = /previously executed migration (\S+) is missing/.exec(at.message)?.[1];
		if (name) return name;
	}
	return null;
}
