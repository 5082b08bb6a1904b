import { type DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** Rows of one stride: large enough that the calls cost nothing, small enough that long texts fit in memory. */
export const STRIDE = 500;

/** Below every number of a row, also one that was tampered with. */
export const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

/** Reads as arrays, which costs less than objects for millions of rows. */
export function rowReader<Row extends unknown[]>(
	db: DatabaseSync,
	sql: string
): (...values: readonly SQLInputValue[]) => Row[] {
	const statement = db.prepare(sql);
	statement.setReturnArrays(true);
	const read = (values: readonly SQLInputValue[]) => statement.all(...values) as unknown as Row[];
	return (...values) => {
		try {
			return read(values);
		} catch (error) {
			// A number that JavaScript cannot hold comes out as the nearest that it can: it equals nothing that a text says.
			if ((error as { code?: unknown }).code !== 'ERR_OUT_OF_RANGE') throw error;
			statement.setReadBigInts(true);
			try {
				return read(values).map(
					(row) => row.map((value) => (typeof value === 'bigint' ? Number(value) : value)) as Row
				);
			} finally {
				statement.setReadBigInts(false);
			}
		}
	};
}

/** Whether there is a row. */
export function rowFinder(db: DatabaseSync, sql: string): (...values: readonly SQLInputValue[]) => boolean {
	const statement = db.prepare(sql);
	return (...values) => statement.get(...values) !== undefined;
}

export const countRows = (db: DatabaseSync, sql: string): number => Number(db.prepare(sql).get()?.['count'] ?? 0);
