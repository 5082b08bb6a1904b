import { type Dialect, Kysely, PostgresAdapter, PostgresDialect, SqliteDialect } from 'kysely';
import type { Database, Tables } from './database.ts';
import { openPostgres } from './postgres-connection.ts';
import { openSqlite } from './sqlite-connection.ts';

/** Where the database is. `file`: path of the SQLite file, `:memory:` for tests. `pool`: connections of this process. */
export type DatabasePlace = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string; pool: number };

/**
 * A database as it is, its tables not looked at: for scripts beside a server.
 * @param failed an idle connection to PostgreSQL was lost; the next query makes a new one
 */
export function connect(place: DatabasePlace, failed: (error: Error) => void = () => undefined): Database {
	const db = new Kysely<Tables>({ dialect: dialectOf(place, failed) });
	places.set(db, place);
	return db;
}

/** The same for one piece of work, closed after it. */
export async function withDatabase<T>(place: DatabasePlace, work: (db: Database) => Promise<T>): Promise<T> {
	const db = connect(place);
	try {
		return await work(db);
	} finally {
		await db.destroy();
	}
}

const places = new WeakMap<Database, DatabasePlace>();

/** Where a database is that was opened here. */
export const placeOf = (db: Database): DatabasePlace => places.get(db)!;

function dialectOf(place: DatabasePlace, failed: (error: Error) => void): Dialect {
	if (place.kind === 'sqlite') return new SqliteDialect({ database: openSqlite(place.file) });
	return new PostgresDialect({ pool: openPostgres(place.url, place.pool, failed) });
}

/** Which of the two engines this is: several processes share a PostgreSQL, one alone has a file of SQLite. */
export const isPostgres = (db: Kysely<Tables>): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
