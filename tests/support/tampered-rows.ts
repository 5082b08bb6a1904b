import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

export type Row = Record<string, SQLInputValue>;

/** The number of a row, whatever its key. */
const ROW = '@';

/** A database file in the hands of somebody who changes rows of it, and puts each back as it was. */
export function tamperWith(file: string) {
	const db = new DatabaseSync(file);
	db.exec('pragma synchronous = off');
	const namesBy = (sql: string, ...values: string[]): string[] =>
		db
			.prepare(sql)
			.all(...values)
			.map(({ name }) => String(name));
	const keyOf = (table: string): string[] =>
		namesBy('select name from pragma_table_info(?) where pk > 0 order by pk', table);
	const set = (table: string, row: SQLInputValue, column: string, value: SQLInputValue): void =>
		void db.prepare(`update ${table} set "${column}" = ? where rowid = ?`).run(value, row);
	const insert = (table: string, row: Row): number | bigint => {
		const columns = Object.keys(row).filter((name) => name !== ROW);
		const names = columns.map((name) => `"${name}"`).join();
		const signs = columns.map(() => '?').join();
		const values = columns.map((name) => row[name]!);
		return db.prepare(`insert into ${table} (${names}) values (${signs})`).run(...values).lastInsertRowid;
	};
	return {
		tables: () => namesBy("select name from sqlite_master where type = 'table' order by name"),
		columnsOf: (table: string) => namesBy('select name from pragma_table_info(?)', table),
		rows: (table: string) => db.prepare(`select rowid as "${ROW}", * from ${table} order by rowid`).all() as Row[],
		/** @returns how to put it back; undefined where another row has that place already */
		change(table: string, row: Row, column: string, value: SQLInputValue): (() => void) | undefined {
			try {
				set(table, row[ROW]!, column, value);
			} catch {
				return undefined;
			}
			// The key of some tables is the row's own number.
			const isRow = keyOf(table).join() === column && column === 'nr';
			return () => set(table, isRow ? value : row[ROW]!, column, row[column]!);
		},
		remove(table: string, row: Row): () => void {
			db.prepare(`delete from ${table} where rowid = ?`).run(row[ROW]!);
			return () => void insert(table, row);
		},
		insert(table: string, row: Row): () => void {
			const at = insert(table, row);
			return () => void db.prepare(`delete from ${table} where rowid = ?`).run(at);
		},
		run: (sql: string, ...values: SQLInputValue[]) => db.prepare(sql).run(...values),
		close: () => db.close()
	};
}

/** The value with one character exchanged, or one more of a number; `far`: a number that no other row has. */
export function changed(value: SQLInputValue, far = false): SQLInputValue {
	if (typeof value === 'number') return value + (far ? 1_000_003 : 1);
	if (typeof value !== 'string' || value === '') return 'x';
	const at = Math.floor(value.length / 2);
	return value.slice(0, at) + (value[at] === 'x' ? 'y' : 'x') + value.slice(at + 1);
}
