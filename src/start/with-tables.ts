import { promises as fs } from 'node:fs';
import path from 'node:path';
import { FileMigrationProvider } from 'kysely/migration';
import { connect, type DatabasePlace } from '#lib/server/store/engine.ts';
import type { Database } from '#lib/server/store/database.ts';
import { migratorOf } from '#lib/server/store/migrator.ts';
import { projectRoot } from './settings.ts';

/** Opens a database for a script and brings its tables up to date, by the migrations that the built server has within itself. */
export async function openWithTables(place: DatabasePlace): Promise<Database> {
	const db = connect(place);
	const migrationFolder = path.join(projectRoot(), 'src/lib/server/migrations');
	const provider = new FileMigrationProvider({ fs, path, migrationFolder });
	const { error } = await migratorOf(db, provider).migrateToLatest();
	if (!error) return db;
	await db.destroy();
	throw error as Error;
}
