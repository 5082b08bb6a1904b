import { type MigrationProvider, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import { isPostgres } from './engine.ts';
import { postgresTables } from './postgres-tables.ts';

/** Runs the migrations, which are the same for both engines, wherever a program finds them. */
export const migratorOf = (db: Database, provider: MigrationProvider): Migrator =>
	new Migrator({ db: isPostgres(db) ? db.withPlugin(postgresTables()) : db, provider });
