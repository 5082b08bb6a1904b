import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type SqliteDatabase, type SqliteStatement } from 'kysely';

/** Statements kept ready: the bulk statements come in few sizes, so nearly every query is found here. */
const KEPT_STATEMENTS = 200;

/**
 * Opens a file of SQLite as Kysely wants it. WAL with `synchronous=FULL`: every commit is on disk before it is answered.
 * `:memory:` for tests.
 */
export function openSqlite(file: string): SqliteDatabase & { raw: DatabaseSync } {
	const raw = open(file);
	raw.exec('pragma synchronous = full; pragma cache_size = -65536');
	const kept = new Map<string, SqliteStatement>();
	return {
		raw,
		close: () => raw.close(),
		prepare(sql) {
			const found = kept.get(sql);
			if (found) return found;
			const statement = sql === 'rollback' ? rollback(raw) : adapt(raw.prepare(sql));
			if (kept.size >= KEPT_STATEMENTS) kept.delete(kept.keys().next().value!);
			kept.set(sql, statement);
			return statement;
		}
	};
}

/**
 * On a full disk there is no room for the file in which SQLite keeps its index of the log. Then it is kept in memory, and this process has the
 * database for itself: it serves what there is, and says so.
 */
function open(file: string): DatabaseSync {
	const raw = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
	try {
		raw.exec('pragma journal_mode = wal; select count(*) from sqlite_master');
		return raw;
	} catch (error) {
		raw.close();
		if (!existsSync(file) || file === ':memory:') throw error;
		const alone = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
		alone.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; select count(*) from sqlite_master');
		return alone;
	}
}

/** SQLite takes a transaction back itself when the disk is full; to ask for it again would hide that error under another. */
function rollback(raw: DatabaseSync): SqliteStatement {
	const statement = raw.prepare('rollback');
	return {
		reader: false,
		all: () => [],
		run: () => (raw.isTransaction ? statement.run() : { changes: 0, lastInsertRowid: 0 }),
		iterate: () => [][Symbol.iterator]()
	};
}

function adapt(statement: StatementSync): SqliteStatement {
	const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
	return {
		reader: statement.columns().length > 0,
		all: (parameters) => readAll(statement, values(parameters)),
		run: (parameters) => statement.run(...values(parameters)),
		iterate: (parameters) => statement.iterate(...values(parameters))
	};
}

/**
 * A number that JavaScript cannot hold makes the whole answer an error. None is written any more, but a database of before may hold
 * one: then the answer is read again with all numbers as they are, and that one comes out as the nearest that can be held.
 */
function readAll(statement: StatementSync, parameters: readonly SQLInputValue[]): unknown[] {
	try {
		return statement.all(...parameters);
	} catch (error) {
		if ((error as { code?: unknown }).code !== 'ERR_OUT_OF_RANGE') throw error;
		statement.setReadBigInts(true);
		try {
			return statement.all(...parameters).map(withNumbers);
		} finally {
			statement.setReadBigInts(false);
		}
	}
}

const withNumbers = (row: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value])
	);
