import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type DatabaseDump } from './restore-indexed-db.ts';

/** A browser's whole IndexedDB and local storage, as a device of that release kept them. */
export type BrowserCopy = { databases: DatabaseDump[]; localStorage: Record<string, string> };

/*
 * What earlier releases left on disks: a folder per release, named by its month. A copy is made once, by the program of its time, and
 * never again: real devices and servers hold just this. Each has a day's work with a fact of every type then known.
 */
export const RELEASES: readonly string[] = readdirSync(import.meta.dirname, { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && /^\d{4}-\d{2}$/.test(entry.name))
	.map(({ name }) => name)
	.toSorted();

/** The devices of which a release has a copy: a window of a Center with a half typed visit, an executor with a half written letter. */
export const DEVICES = ['window', 'executor'] as const;

const open = (release: string, file: string): Buffer =>
	gunzipSync(readFileSync(join(import.meta.dirname, release, file)));

/** The bytes of the server's SQLite file. */
export const serverDatabase = (release: string): Buffer => open(release, 'server.db.gz');

/** Puts what a server of that release left into a folder for data: its database and the file with its epoch. */
export function layServerData(release: string, dataDir: string): void {
	writeFileSync(join(dataDir, 'tereze.db'), serverDatabase(release));
	copyFileSync(join(import.meta.dirname, release, 'epoch'), join(dataDir, 'epoch'));
}

export const browserCopy = (release: string, device: (typeof DEVICES)[number]): BrowserCopy =>
	JSON.parse(open(release, `${device}.json.gz`).toString('utf8')) as BrowserCopy;

/** The values that lie in a store of the device's database. */
export function rowsIn<T>({ databases }: BrowserCopy, store: string): T[] {
	const found = databases.flatMap(({ stores }) => stores).find(({ name }) => name === store);
	if (!found) throw new Error(`The copy has no store ${store}`);
	return found.rows.map(({ value }) => value as T);
}
