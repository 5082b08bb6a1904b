import Dexie from 'dexie';
import {
	type ApplicationRow,
	type DeviceReader,
	type DeviceStore,
	type DeviceWriter,
	type StoredRegister
} from './device-store.ts';
import { DexieReader } from './dexie-reader.ts';
import { type DeviceTables, FIXED_INDEXES } from './dexie-tables.ts';
import { DexieWriter } from './dexie-writer.ts';

type DexieStoreOptions = {
	name: string;
	/** Raised by one whenever an index below changes; rows are projections, so they need no upgrade code. */
	version: number;
	/** Indexes in Dexie's syntax, without the primary key: `*keys, place, acceptedAt`. Declared by the projector's row. */
	applicationIndexes: string;
	registerIndexes: string;
	/** Another IndexedDB than the browser's own, for tests. */
	indexedDB?: IDBFactory;
	IDBKeyRange?: typeof IDBKeyRange;
};

/**
 * The device's store on IndexedDB. Durability is `strict`: Chrome's default, *relaxed*, completes a transaction when the operating
 * system has it, and a power cut loses what was "saved"
 * (https://developer.chrome.com/blog/indexeddb-durability-mode-now-defaults-to-relaxed).
 */
export class DexieDeviceStore<A extends ApplicationRow, R extends StoredRegister> implements DeviceStore<A, R> {
	readonly #db: Dexie;
	readonly #tables: DeviceTables<A, R>;

	constructor(options: DexieStoreOptions) {
		const { name, version, applicationIndexes, registerIndexes, ...engine } = options;
		this.#db = new Dexie(name, { chromeTransactionDurability: 'strict', ...engine });
		this.#db.version(version).stores({
			...FIXED_INDEXES,
			applications: ['number', applicationIndexes].filter(Boolean).join(', '),
			registers: ['number', registerIndexes].filter(Boolean).join(', ')
		});
		this.#tables = this.#db as unknown as DeviceTables<A, R>;
		// A newer version in another tab must not wait for this one; the page learns of it from the calls that fail.
		this.#db.on('versionchange', () => this.#db.close());
	}

	// Dexie tracks native promises in a transaction only when its callback is itself an async function.
	read<T>(work: (reader: DeviceReader<A, R>) => Promise<T>): Promise<T> {
		return Promise.resolve(this.#db.transaction('r', this.#db.tables, async () => work(new DexieReader(this.#tables))));
	}

	write<T>(work: (writer: DeviceWriter<A, R>) => Promise<T>): Promise<T> {
		return Promise.resolve(
			this.#db.transaction('rw', this.#db.tables, async () => work(new DexieWriter(this.#tables)))
		);
	}

	close(): void {
		this.#db.close();
	}
}
