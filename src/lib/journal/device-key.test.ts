import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { aJournal, type PlainRegister, type PlainRow } from '#tests/support/a-journal.ts';
import { isSignedBy, signed } from '#lib/protocol/device-key.ts';
import { emptySyncState, type KeptTicket } from './device-meta.ts';
import { DexieDeviceStore } from './dexie-store.ts';
import { MemoryDeviceStore } from './memory-store.ts';

const { subtle } = crypto;
const aDisk = () => {
	const options = { name: 'keys', version: 1, applicationIndexes: '*keys', registerIndexes: '' };
	const engine = { indexedDB: new IDBFactory(), IDBKeyRange };
	return () => new DexieDeviceStore<PlainRow, PlainRegister>({ ...options, ...engine });
};

describe('the key of a store', () => {
	it('N148 is made once, also in two tabs at once, lies on the disk, and signs after a restart', async () => {
		const open = aDisk();
		const [one, other] = await Promise.all([open(), open()].map((store) => aJournal(store, { subtle })));
		const [here, there] = await Promise.all([one!.journal.deviceKey(), other!.journal.deviceKey()]);
		expect(here!.key).toBe(there!.key);
		const later = (await (await aJournal(open(), { subtle })).journal.deviceKey())!;
		expect(later.key).toBe(here!.key);
		const said = { purpose: 'push', journal: 'J1', seq: 1, hash: 'a' } as const;
		expect(await isSignedBy(here!.key, await signed(subtle, later, said), said)).toBe(true);
	});

	it('N148 cannot be read by scripts', async () => {
		const { journal } = await aJournal(undefined, { subtle });
		const { signing } = (await journal.deviceKey())!;
		await expect(subtle.exportKey('pkcs8', signing)).rejects.toThrow();
	});

	it('N148 outlives a fork, and a copy of the store has it too', async () => {
		const { store, journal } = await aJournal(undefined, { subtle });
		const { key } = (await journal.deviceKey())!;
		const { head } = await journal.state();
		await journal.seal({ journal: head.journal, commonSeq: 0, heldIds: [] }, emptySyncState);
		expect((await journal.deviceKey())!.key).toBe(key);
		const copy = new MemoryDeviceStore((store as MemoryDeviceStore<PlainRow, PlainRegister>).snapshot());
		expect((await (await aJournal(copy, { subtle })).journal.deviceKey())!.key).toBe(key);
	});

	it('N148 is missing where the page is not secure', async () => {
		expect(await (await aJournal()).journal.deviceKey()).toBeNull();
	});

	it('N149 an older ticket is not put over a later one of the same epoch', async () => {
		const { journal } = await aJournal();
		const ticket = (turn: number, epoch = 'E1'): KeptTicket => ({ value: `${epoch}-${turn}`, turn, epoch });
		const kept: string[] = [];
		for (const each of [ticket(2), ticket(1), ticket(3), ticket(1, 'E2')])
			kept.push((await journal.keepTicket(each)).value);
		expect(kept).toEqual(['E1-2', 'E1-2', 'E1-3', 'E2-1']);
	});
});
