import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Tables } from './database.ts';
import { isPostgres } from './engine.ts';
import { type Conflict, insertAsJson } from './rows-as-json.ts';

/** Statements come in these sizes only, so that each is compiled and prepared once. Largest × widest stays below 32,766. */
const SIZES = [512, 64, 8, 1] as const;

const compiled = new WeakMap<object, Map<string, string>>();

/**
 * Inserts many rows with few statements. All rows of a call have the same columns in the same order.
 * @param dialect the database the statements were compiled for; one cache each
 * @param conflict columns whose equal row is left as it is (`keep`) or overwritten (`replace`); without it, an error
 */
export async function insertRows<Table extends keyof Tables & string>(
	db: Kysely<Tables>,
	dialect: object,
	table: Table,
	rows: readonly Tables[Table][],
	conflict?: Conflict<Table>
): Promise<void> {
	if (isPostgres(db)) return insertAsJson(db, table, rows, conflict);
	const columns = Object.keys(rows[0] ?? {}) as (keyof Tables[Table] & string)[];
	for (let from = 0; from < rows.length;) {
		const size = SIZES.find((each) => each <= rows.length - from)!;
		const part = rows.slice(from, from + size);
		const text = cached(dialect, `${table} ${size} ${conflict?.then}`, () =>
			statement(db, table, part, columns, conflict)
		);
		const values = part.flatMap((row) => columns.map((column) => row[column] as unknown));
		await db.executeQuery(CompiledQuery.raw(text, values));
		from += size;
	}
}

/**
 * Runs a query for many keys in few sizes; the last part is filled up by repeating a key, so use it with `in` only.
 */
export async function inParts<Key, Row>(keys: readonly Key[], run: (part: Key[]) => Promise<Row[]>): Promise<Row[]> {
	const rows: Row[] = [];
	for (let from = 0; from < keys.length;) {
		const left = keys.length - from;
		const size = left > 64 ? 512 : left > 8 ? 64 : left > 1 ? 8 : 1;
		const part = keys.slice(from, from + size);
		const filler = new Array<Key>(size - part.length).fill(part[0]!);
		rows.push(...(await run([...part, ...filler])));
		from += size;
	}
	return rows;
}

function cached(dialect: object, key: string, make: () => string): string {
	const statements = compiled.get(dialect) ?? new Map<string, string>();
	compiled.set(dialect, statements);
	const text = statements.get(key) ?? make();
	statements.set(key, text);
	return text;
}

function statement<Table extends keyof Tables & string>(
	db: Kysely<Tables>,
	table: Table,
	rows: readonly Tables[Table][],
	columns: readonly (keyof Tables[Table] & string)[],
	conflict: Conflict<Table> | undefined
): string {
	const insert = (db as unknown as Kysely<Record<string, Record<string, unknown>>>)
		.insertInto<string>(table)
		.values(rows as unknown as Record<string, unknown>[]);
	if (!conflict) return insert.compile().sql;
	const withConflict = insert.onConflict((on) => {
		const target = on.columns(conflict.columns);
		if (conflict.then === 'keep') return target.doNothing();
		const others = columns.filter((column) => !conflict.columns.includes(column));
		return target.doUpdateSet(Object.fromEntries(others.map((column) => [column, sql.ref(`excluded.${column}`)])));
	});
	return withConflict.compile().sql;
}
