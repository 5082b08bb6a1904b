import { sql, type Transaction } from 'kysely';
import type { Database, Tables } from './database.ts';
import { isPostgres } from './engine.ts';

/** Any number; it is the key of the one lock that all processes on a database share. */
const WRITING = 370_394;

/**
 * Runs a transaction alone, among all processes on this database: what it reads stays so until it has written. SQLite does so by itself;
 * PostgreSQL is asked for a lock, which ends with the transaction, or with the connection of a process that was killed.
 * Positions in a stream and numbers of arrival are given under it, so whoever reads up to one has read all before it.
 */
export function transact<T>(db: Database, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
	return db.transaction().execute(async (tx) => {
		if (isPostgres(db)) await sql`select pg_advisory_xact_lock(${sql.lit(WRITING)})`.execute(tx);
		return work(tx);
	});
}
