import {
	type ApplicationRow,
	type DeviceReader,
	type DeviceStore,
	type DeviceWriter,
	type StoredRegister
} from './device-store.ts';
import { MemoryReader } from './memory-reader.ts';
import { copyTables, emptyTables, type MemoryTables, UndoLog } from './memory-tables.ts';
import { MemoryWriter } from './memory-writer.ts';

/** Where a test simulates a crash: before the commit all is undone, after it all is stored but no answer is returned. */
type MemoryFaults = { beforeCommit?: () => void; afterCommit?: () => void };

/** A device's store in memory, for tests and the simulation: same contract as IndexedDB, transactions in sequence. */
export class MemoryDeviceStore<A extends ApplicationRow, R extends StoredRegister> implements DeviceStore<A, R> {
	readonly #tables: MemoryTables<A, R>;
	#last: Promise<unknown> = Promise.resolve();
	faults: MemoryFaults = {};

	constructor(tables: MemoryTables<A, R> = emptyTables()) {
		this.#tables = tables;
	}

	/** The disk image of this moment; two stores made from it are two clones. */
	snapshot(): MemoryTables<A, R> {
		return copyTables(this.#tables);
	}

	read<T>(work: (reader: DeviceReader<A, R>) => Promise<T>): Promise<T> {
		return this.#oneAfterAnother(() => work(new MemoryReader(this.#tables)));
	}

	write<T>(work: (writer: DeviceWriter<A, R>) => Promise<T>): Promise<T> {
		return this.#oneAfterAnother(async () => {
			const log = new UndoLog();
			let result: T;
			try {
				result = await work(new MemoryWriter(this.#tables, log));
				this.faults.beforeCommit?.();
			} catch (error) {
				log.rollBack();
				throw error;
			}
			this.faults.afterCommit?.();
			return result;
		});
	}

	close(): void {}

	#oneAfterAnother<T>(work: () => Promise<T>): Promise<T> {
		const result = this.#last.then(work);
		this.#last = result.catch(() => undefined);
		return result;
	}
}
