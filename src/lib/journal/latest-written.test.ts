import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import {
	aJournal,
	plainOptions,
	type PlainRegister,
	type PlainRow,
	type PlainStore
} from '#tests/support/a-journal.ts';
import { acceptance, stamp } from '#tests/support/fact-drafts.ts';
import { intakeByClock } from '#lib/domain/time/device-clock.ts';
import { type BuildDrafts } from './append.ts';
import { DexieDeviceStore } from './dexie-store.ts';
import { MemoryDeviceStore } from './memory-store.ts';
import { openJournal } from './device-journal.ts';

const DAY_MS = 86_400_000;
const NOON = stamp().at;
const accept: BuildDrafts = (numbers) => [acceptance(numbers.next(1))];
const at = (time: number) => ({ ...stamp(), at: time });
const dexieStore = (): PlainStore =>
	new DexieDeviceStore<PlainRow, PlainRegister>({
		name: 'device',
		version: 1,
		applicationIndexes: '*keys, acceptedAt',
		registerIndexes: '',
		indexedDB: new IDBFactory(),
		IDBKeyRange
	});

describe.each([
	['in memory', () => new MemoryDeviceStore<PlainRow, PlainRegister>() as PlainStore],
	['on IndexedDB', dexieStore]
])('the latest time a store wrote, %s', (_, open) => {
	it('F43 is null before the first fact, and never falls when the clock does', async () => {
		const { journal } = await aJournal(open());
		expect(await journal.latestWritten()).toBeNull();
		for (const time of [NOON, NOON + 60_000, NOON - 3 * DAY_MS]) await journal.append(accept, at(time));
		expect(await journal.latestWritten()).toBe(NOON + 60_000);
	});

	it('D51 a fact that was noted after the clock was set back opens no intake', async () => {
		const { journal } = await aJournal(open());
		await journal.append(accept, at(NOON));
		await journal.append(accept, at(NOON - 3 * DAY_MS));
		expect(intakeByClock(NOON - 3 * DAY_MS, await journal.latestWritten()).ok).toBe(false);
	});

	it('F43 is known after a fork and a rebuild, and at the next opening', async () => {
		const { store, journal } = await aJournal(open());
		await journal.append(accept, at(NOON));
		await journal.append(accept, at(NOON - 3 * DAY_MS));
		const { head, sync } = await journal.state();
		const held = (await journal.read((reader) => reader.afterSeq(head.journal, 0, 9))).map(({ id }) => id);
		await journal.seal({ journal: head.journal, commonSeq: 0, heldIds: held }, sync);
		await journal.rebuild(() => undefined);
		expect((await journal.state()).sealed).toMatchObject([head]);
		expect(await (await openJournal(store, plainOptions)).latestWritten()).toBe(NOON);
	});

	it('F43 a store that an earlier version wrote finds it from its facts, of sealed journals too', async () => {
		const { store, journal } = await aJournal(open());
		await journal.append(accept, at(NOON));
		const { head, sync } = await journal.state();
		const held = (await journal.read((reader) => reader.afterSeq(head.journal, 0, 9))).map(({ id }) => id);
		await journal.seal({ journal: head.journal, commonSeq: 1, heldIds: held }, sync);
		await journal.setDeviceNumber(8);
		await store.write(async (writer) => {
			const { journal: id, seq, hash } = (await writer.meta('head'))!;
			await writer.setMeta('head', { journal: id, seq, hash });
		});
		await journal.append(accept, at(NOON - 3 * DAY_MS));
		expect(await journal.latestWritten()).toBe(NOON);
		await journal.append(accept, at(NOON + 1));
		expect(await journal.latestWritten()).toBe(NOON + 1);
	});
});
