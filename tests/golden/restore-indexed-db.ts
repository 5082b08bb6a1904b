type IndexDump = { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean };
type StoreDump = {
	name: string;
	keyPath: string | string[] | null;
	autoIncrement: boolean;
	indexes: IndexDump[];
	rows: { key?: IDBValidKey; value: unknown }[];
};
export type DatabaseDump = { name: string; version: number; stores: StoreDump[] };

/**
 * Makes databases as they were in a browser: version, stores, indexes and rows. It needs nothing from outside its own body, because
 * a browser test sends the function itself to a page.
 */
export async function restoreDatabases(databases: readonly DatabaseDump[]): Promise<void> {
	for (const { name, version, stores } of databases)
		await new Promise<void>((resolve, reject) => {
			const opening = indexedDB.open(name, version);
			opening.onerror = () => reject(opening.error);
			opening.onblocked = () => reject(new Error(`${name} is open elsewhere`));
			opening.onupgradeneeded = () => {
				for (const { name: store, keyPath, autoIncrement, indexes, rows } of stores) {
					const made = opening.result.createObjectStore(store, { keyPath, autoIncrement });
					for (const { name: index, keyPath: path, unique, multiEntry } of indexes)
						made.createIndex(index, path, { unique, multiEntry });
					for (const { key, value } of rows) made.put(value, key);
				}
			};
			opening.onsuccess = () => {
				opening.result.close();
				resolve();
			};
		});
}
