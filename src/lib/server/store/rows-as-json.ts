import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Tables } from './database.ts';
import { toPostgres } from './postgres-text.ts';

export type Conflict<Table extends keyof Tables> = {
	columns: (keyof Tables[Table] & string)[];
	then: 'keep' | 'replace';
};

/** Rows of one statement: beyond this its text is large, and nothing is won. */
const MOST_ROWS = 5000;

/**
 * Inserts rows into PostgreSQL, all in one statement that is the same for any number of them: to ask costs more there than to insert.
 * Of rows that are equal in the columns of a conflict the last one is inserted, as SQLite does it; PostgreSQL refuses two.
 */
export async function insertAsJson<Table extends keyof Tables & string>(
	db: Kysely<Tables>,
	table: Table,
	rows: readonly Tables[Table][],
	conflict?: Conflict<Table>
): Promise<void> {
	const columns = Object.keys(rows[0] ?? {}) as (keyof Tables[Table] & string)[];
	const unique = conflict?.then === 'replace' ? lastOfEach(rows, conflict.columns) : rows;
	for (let from = 0; from < unique.length; from += MOST_ROWS) {
		const part = unique.slice(from, from + MOST_ROWS);
		await db.executeQuery(CompiledQuery.raw(statement(db, table, columns, conflict), [asParameter(part)]));
	}
}

function lastOfEach<Row extends object>(rows: readonly Row[], columns: readonly (keyof Row)[]): readonly Row[] {
	if (rows.length < 2) return rows;
	return [...new Map(rows.map((row) => [JSON.stringify(columns.map((column) => row[column])), row])).values()];
}

/** The client takes what this says as it is: each string within was made fit before. */
const asParameter = (rows: readonly object[]) => ({
	toPostgres: () => JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? toPostgres(value) : value))
});

const statements = new Map<string, string>();

function statement<Table extends keyof Tables & string>(
	db: Kysely<Tables>,
	table: Table,
	columns: readonly (keyof Tables[Table] & string)[],
	conflict: Conflict<Table> | undefined
): string {
	const key = `${table} ${conflict?.then} ${columns.join()}`;
	const text = statements.get(key) ?? compiled(db, table, columns, conflict);
	statements.set(key, text);
	return text;
}

function compiled<Table extends keyof Tables & string>(
	db: Kysely<Tables>,
	table: Table,
	columns: readonly (keyof Tables[Table] & string)[],
	conflict: Conflict<Table> | undefined
): string {
	const names = sql.join(columns.map((column) => sql.ref(column)));
	const rows = sql`select ${names} from json_populate_recordset(null::${sql.table(table)}, ${''})`;
	const others = columns.filter((column) => !conflict?.columns.includes(column));
	const replaced = sql.join(others.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`));
	const keys = conflict ? sql.join(conflict.columns.map((column) => sql.ref(column))) : sql``;
	const then = !conflict
		? sql``
		: conflict.then === 'keep'
			? sql`on conflict (${keys}) do nothing`
			: sql`on conflict (${keys}) do update set ${replaced}`;
	return sql`insert into ${sql.table(table)} (${names}) ${rows} ${then}`.compile(db).sql;
}
