import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type SqliteDatabase, type SqliteStatement } from 'kysely';

/** Statements kept ready: the bulk statements come in few sizes, so nearly every query is found here. */
const KEPT_STATEMENTS = 200;

/**
 * Opens a file of SQLite as Kysely wants it. WAL with `synchronous=FULL`: every commit is on disk before it is answered.
 * `:memory:` for tests.
 */
export function openSqlite(file: string): SqliteDatabase & { raw: DatabaseSync } {
	const raw = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
	raw.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536');
	const kept = new Map<string, SqliteStatement>();
	return {
		raw,
		close: () => raw.close(),
		prepare(sql) {
			const found = kept.get(sql);
			if (found) return found;
			const statement = adapt(raw.prepare(sql));
			if (kept.size >= KEPT_STATEMENTS) kept.delete(kept.keys().next().value!);
			kept.set(sql, statement);
			return statement;
		}
	};
}

function adapt(statement: StatementSync): SqliteStatement {
	const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
	return {
		reader: statement.columns().length > 0,
		all: (parameters) => statement.all(...values(parameters)),
		run: (parameters) => statement.run(...values(parameters)),
		iterate: (parameters) => statement.iterate(...values(parameters))
	};
}
