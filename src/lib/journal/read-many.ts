import { type Table } from 'dexie';

/** Up to this many keys are requested one by one. */
const FEW = 8;

/** Kind and device of a paper's number: serials of one device are close together, those of two far apart. */
export const OF_ONE_DEVICE = 6;

/**
 * Rows (or, by `keysOf`, only keys) for many keys. A request costs far more than a row, so keys close together are read as one
 * range; where a range contains more rows than were requested, each key is read by itself.
 * @param prefix keys that share so many first characters are read together
 */
async function inRanges<T>(
	keys: readonly string[],
	prefix: number,
	range: (from: string, to: string, limit: number) => PromiseLike<T[]>,
	each: (keys: string[]) => Promise<T[]>,
	rowsPerKey = 2
): Promise<T[]> {
	const groups = Map.groupBy(new Set(keys), (key) => key.slice(0, prefix));
	const found = await Promise.all(
		[...groups.values()].map(async (group) => {
			if (group.length <= FEW) return each(group);
			group.sort();
			const limit = group.length * rowsPerKey + FEW;
			const rows = await range(group[0]!, group.at(-1)!, limit);
			return rows.length < limit ? rows : each(group);
		})
	);
	return found.flat();
}

/** The rows found, in no particular order; rows between them may be included. */
export async function rowsNear<Row, Key extends string, Insert>(
	table: Table<Row, Key, Insert>,
	keys: readonly string[],
	prefix = 0
): Promise<Row[]> {
	return inRanges(
		keys,
		prefix,
		(from, to, limit) => table.where(':id').between(from, to, true, true).limit(limit).toArray(),
		async (group) => (await table.bulkGet(group as Key[])).filter((row) => row !== undefined)
	);
}

/** The keys found; keys between them may be included. */
export async function keysNear<Row, Key extends string, Insert>(
	table: Table<Row, Key, Insert>,
	keys: readonly string[]
): Promise<string[]> {
	return inRanges(
		keys,
		0,
		(from, to, limit) =>
			table.where(':id').between(from, to, true, true).limit(limit).primaryKeys() as PromiseLike<string[]>,
		async (group) => {
			const rows = await table.bulkGet(group as Key[]);
			return group.filter((_, at) => rows[at] !== undefined);
		}
	);
}

/** Rows by an index with several entries per row; rows between them, and duplicates, may be included. */
export async function indexedNear<Row, Key extends string, Insert>(
	table: Table<Row, Key, Insert>,
	index: string,
	keys: readonly string[]
): Promise<Row[]> {
	return inRanges(
		keys,
		OF_ONE_DEVICE,
		(from, to, limit) => table.where(index).between(from, to, true, true).limit(limit).toArray(),
		async (group) => (await Promise.all(group.map((key) => table.where(index).equals(key).toArray()))).flat(),
		12
	);
}
