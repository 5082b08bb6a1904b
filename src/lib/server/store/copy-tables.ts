import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { insertRows } from './bulk.ts';
import type { Database, Tables } from './database.ts';

/** Rows that are in memory at once. */
const PAGE = 2000;

type TableName = keyof Tables & string;
type Row = Record<string, unknown>;
/** A table with its columns, and those of its key in their order. */
type TableShape = { name: TableName; columns: string[]; key: string[] };
type Copied = { rows: number; hash: string };

/** The tables of a file of SQLite, whichever side it is: both engines have the same, made by the same migrations. */
export async function tablesOf(sqlite: Kysely<Tables>): Promise<TableShape[]> {
	const tables = await sqlite.introspection.getTables();
	const shapes: TableShape[] = [];
	for (const { name } of tables) {
		const { rows } = await sql<{ name: string; pk: number }>`select name, pk from pragma_table_info(${name})`.execute(
			sqlite
		);
		const key = rows.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
		shapes.push({ name: name as TableName, columns: rows.map((row) => row.name), key: key.map((row) => row.name) });
	}
	// Rows that others refer to come first.
	const isReferred = (name: string): number => ['orgs', 'people'].indexOf(name) + 1 || 3;
	return shapes.sort((one, other) => isReferred(one.name) - isReferred(other.name));
}

/**
 * Copies a table in the order of its key. What is there already stays, so a copy that was cut off is taken up where it ended.
 * @returns how many rows were added
 */
export async function copyTable(from: Kysely<Tables>, to: Database, shape: TableShape): Promise<number> {
	let last = await lastKey(to, shape);
	for (let added = 0; ;) {
		const rows = await pageAfter(from, shape, last);
		await insertRows(to, to, shape.name, rows as unknown as Tables[TableName][]);
		added += rows.length;
		last = rows.at(-1) ?? last;
		if (rows.length < PAGE) return added;
	}
}

/** Counts a table and hashes every value of it, in the order of its key: the same on either engine where the rows are the same. */
export async function fingerprint(db: Kysely<Tables>, shape: TableShape): Promise<Copied> {
	const hash = createHash('sha256');
	let count = 0;
	for (let last: Row | undefined; ;) {
		const rows = await pageAfter(db, shape, last);
		for (const row of rows) hash.update(`${JSON.stringify(shape.columns.map((column) => row[column]))}\n`);
		count += rows.length;
		last = rows.at(-1) ?? last;
		if (rows.length < PAGE) return { rows: count, hash: hash.digest('hex') };
	}
}

const listed = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));

async function pageAfter(
	db: Kysely<Tables>,
	{ name, columns, key }: TableShape,
	last: Row | undefined
): Promise<Row[]> {
	const after = last ? sql`where (${listed(key)}) > (${sql.join(key.map((column) => last[column]))})` : sql``;
	const { rows } = await sql<Row>`
		select ${listed(columns)} from ${sql.table(name)} ${after} order by ${listed(key)} limit ${sql.lit(PAGE)}`.execute(db);
	return rows;
}

async function lastKey(db: Kysely<Tables>, { name, key }: TableShape): Promise<Row | undefined> {
	const backwards = sql.join(key.map((column) => sql`${sql.ref(column)} desc`));
	const { rows } = await sql<Row>`
		select ${listed(key)} from ${sql.table(name)} order by ${backwards} limit 1`.execute(db);
	return rows[0];
}
