import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { aJournal, type PlainRegister, type PlainRow } from '#tests/support/a-journal.ts';
import { acceptance, stamp } from '#tests/support/fact-drafts.ts';
import { DexieDeviceStore } from './dexie-store.ts';

it('S4 a forked journal is sealed on IndexedDB, and what the server lacks has a place in the new one', async () => {
	const store = new DexieDeviceStore<PlainRow, PlainRegister>({
		name: 'device',
		version: 1,
		applicationIndexes: '*keys, acceptedAt',
		registerIndexes: '',
		indexedDB: new IDBFactory(),
		IDBKeyRange
	});
	const { subtle } = crypto;
	const { journal } = await aJournal(store, { subtle });
	for (let count = 0; count < 3; count += 1) await journal.append((numbers) => [acceptance(numbers.next(1))], stamp());
	const { head, sync } = await journal.state();
	const facts = await journal.read((reader) => reader.afterSeq(head.journal, 0, 9));
	const ids = facts.map(({ id }) => id);
	expect(await journal.seal({ journal: head.journal, commonSeq: 1, heldIds: [ids[1]!] }, sync)).toBe(true);
	const after = await journal.state();
	expect(after).toMatchObject({
		sealed: [{ ...head, common: { seq: 1, hash: facts[0]!.hash } }],
		head: { seq: 1 },
		deviceNumber: null
	});
	const moved = await journal.read((reader) => reader.ownAfterSeq(after.head.journal, 0, 9));
	expect(moved.map(({ id }) => id)).toEqual([ids[2]]);
});
