import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { DexieDeviceStore } from '#lib/journal/dexie-store.ts';
import { MemoryDeviceStore } from '#lib/journal/memory-store.ts';
import { type PlainJournal, type PlainRegister, type PlainRow, type PlainStore, rowsOf } from './a-journal.ts';

export const memoryStore = () => new MemoryDeviceStore<PlainRow, PlainRegister>();

/** A store of its own at each call; given the same factory, the same disk opened again. */
export const dexieStore = (indexedDB = new IDBFactory()): PlainStore =>
	new DexieDeviceStore<PlainRow, PlainRegister>({
		name: 'device',
		version: 1,
		applicationIndexes: '*keys, acceptedAt',
		registerIndexes: '',
		indexedDB,
		IDBKeyRange
	});

/** What holds for a store holds for both of them. */
export const PLAIN_STORES: readonly (readonly [name: string, open: () => PlainStore])[] = [
	['in memory', memoryStore],
	['on IndexedDB', () => dexieStore()]
];

/** All that a journal makes of its facts. */
export const wholeOf = async (journal: PlainJournal) => ({
	rows: await rowsOf(journal),
	counters: await journal.read((reader) => reader.counters()),
	registers: await journal.read(async (reader) => reader.registers(await reader.registerNumbers()))
});
