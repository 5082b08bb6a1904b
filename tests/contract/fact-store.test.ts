import { type JournalId } from '#lib/domain/fact/ids.ts';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { type DeviceStore } from '#lib/journal/device-store.ts';
import { DexieDeviceStore } from '#lib/journal/dexie-store.ts';
import { MemoryDeviceStore } from '#lib/journal/memory-store.ts';
import { openDatabase } from '#lib/server/store/database.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { createMemoryJournalStore } from '#lib/server/store/memory-journal-store.ts';
import { type PlainRegister, type PlainRow, type PlainStore } from '../support/a-journal.ts';
import { deviceStoreContract } from './device-store-contract.ts';
import { factStoreContract, type FactStoreUnderTest } from './fact-store-contract.ts';
import { serverFactStore } from './server-fact-store.ts';

const memory = async (): Promise<PlainStore> => new MemoryDeviceStore<PlainRow, PlainRegister>();
const dexie = async (): Promise<PlainStore> =>
	new DexieDeviceStore<PlainRow, PlainRegister>({
		name: 'contract',
		version: 1,
		applicationIndexes: '*keys, acceptedAt, place',
		registerIndexes: '',
		indexedDB: new IDBFactory(),
		IDBKeyRange
	});

/** A device's store as the contract of all stores asks it. */
function deviceFactStore(store: DeviceStore<PlainRow, PlainRegister>): FactStoreUnderTest {
	const take: FactStoreUnderTest['take'] = (facts) => add(facts, () => {});
	const add = (facts: Parameters<FactStoreUnderTest['take']>[0], end: () => void) =>
		store.write(async (writer) => {
			const held = await writer.heldIds(facts.map(({ id }) => id));
			await writer.addFacts(
				facts.filter(({ id }) => !held.has(id)),
				false
			);
			end();
		});
	return {
		take,
		takeAndFail: (facts) =>
			add(facts, () => {
				throw new Error('power cut');
			}),
		ofApplications: (numbers) => store.read((reader) => reader.ofApplications(numbers)),
		heldIds: (ids) => store.read((reader) => reader.heldIds(ids)),
		texts: (journal) =>
			store.read(async (reader) => (await reader.afterSeq(journal as JournalId, 0, 1000)).map(({ text }) => text))
	};
}

factStoreContract('a device in memory', async () => deviceFactStore(await memory()));
factStoreContract('a device on IndexedDB', async () => deviceFactStore(await dexie()));
factStoreContract('the server in memory', async () => serverFactStore(createMemoryJournalStore()));
factStoreContract('the server on SQLite', async () =>
	serverFactStore(createKyselyJournalStore(await openDatabase(':memory:')))
);
deviceStoreContract('in memory', memory);
deviceStoreContract('on IndexedDB', dexie);
