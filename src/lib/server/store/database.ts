import { type Kysely } from 'kysely';
import { type Migration, type MigrationProvider } from 'kysely/migration';
import { type AuditTables } from '../audit/audit-tables.ts';
import { type ExchangeTables } from '../exchange/exchange-tables.ts';
import { type PeopleTables } from '../people/people-tables.ts';
import { checkPostgres } from './check-postgres.ts';
import { type JournalTables } from './journal-tables.ts';
import { connect, type DatabasePlace } from './engine.ts';
import { migratorOf } from './migrator.ts';

/** Everything that the server stores, in one database. */
export type Tables = JournalTables & PeopleTables & AuditTables & ExchangeTables;
export type Database = Kysely<Tables>;

const migrations = import.meta.glob<Migration>('../migrations/*.ts', { eager: true });

/**
 * Opens the database and brings its tables up to date. **Inside a transaction use its handle only**: a query on the database
 * itself would wait for ever for the one connection that the transaction holds.
 * @param place a string is the path of a SQLite file
 * @param failed an idle connection to a server was lost; the next query makes a new one
 */
export async function openDatabase(
	place: DatabasePlace | string,
	failed: (error: Error) => void = () => undefined
): Promise<Database> {
	const db = connect(typeof place === 'string' ? { kind: 'sqlite', file: place } : place, failed);
	try {
		if (typeof place !== 'string' && place.kind === 'postgres') await checkPostgres(db, place.url);
		await migrate(db);
	} catch (error) {
		await db.destroy();
		throw error;
	}
	return db;
}

/** The last migration that was run, for the health page. */
export async function schemaVersion(db: Database): Promise<string> {
	const done = await migratorOf(db, builtIn).getMigrations();
	return done.filter(({ executedAt }) => executedAt).at(-1)?.name ?? 'none';
}

async function migrate(db: Database): Promise<void> {
	const { error, results } = await migratorOf(db, builtIn).migrateToLatest();
	const failed = results?.find(({ status }) => status === 'Error')?.migrationName;
	if (error)
		throw new Error(`The database could not be brought up to date${failed ? ` (${failed})` : ''}`, { cause: error });
}

const builtIn: MigrationProvider = {
	getMigrations: async () =>
		Object.fromEntries(
			Object.entries(migrations).map(([path, migration]) => [path.replace(/^.*\/|\.ts$/g, ''), migration])
		)
};
