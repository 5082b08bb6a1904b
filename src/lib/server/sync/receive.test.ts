import { type JournalId } from '#lib/domain/fact/ids.ts';
import { describe, expect, it } from 'vitest';
import { aServer, idsOf, STORES } from '#tests/contract/server-store-server.ts';
import { BODY, onWire, Writer } from '#tests/contract/server-store-writer.ts';
import { createMemoryJournalStore } from '../store/memory-journal-store.ts';
import { createReceiver } from './receive.ts';

describe.each(STORES)('after a restore, %s', (kind) => {
	it('S65 facts of a journal that can no longer send are taken from those who received them', async () => {
		const { sync, streamOf } = await aServer(kind);
		const [lost, witness] = [new Writer('J1'), new Writer('J2')];
		const facts = [lost.accepted(1), lost.accepted(2), lost.registered(1)];
		const answer = await sync(witness, 0, { facts: facts.map(onWire) });
		expect(answer).toMatchObject({ ackedSeq: 0, quarantined: [] });
		expect(await streamOf()).toEqual(idsOf(facts));
		expect(await sync(lost, 3)).toMatchObject({ ackedSeq: 3 });
	});

	it('S65 a witness that holds only some of a journal’s facts helps too; its owner fills the gaps without a fork', async () => {
		const { sync, streamOf } = await aServer(kind);
		const [owner, witness] = [new Writer('J1'), new Writer('J2', BODY)];
		const facts = [1, 2, 3, 4, 5].map((serial) => owner.accepted(serial));
		await sync(witness, 0, { facts: [facts[1]!, facts[3]!].map(onWire) });
		expect(await streamOf()).toEqual(idsOf([facts[1]!, facts[3]!]));
		const answer = await sync(owner, 5, { facts: [] });
		expect(answer).toMatchObject({ ackedSeq: 0 });
		expect(await sync(owner)).toMatchObject({ ackedSeq: 5 });
		expect((await sync(owner, 5)).forked).toBeUndefined();
		expect(new Set(await streamOf())).toEqual(new Set(idsOf(facts)));
	});

	it('S65 a relayed fact that does not follow what is held before it is kept, but not in its place', async () => {
		const { sync, streamOf, store } = await aServer(kind);
		const window = new Writer('J1');
		const image = window.clone();
		window.accepted(1);
		const second = window.accepted(2);
		const held = image.accepted(3);
		await sync(image);
		await sync(new Writer('J2'), 0, { facts: [onWire(second)] });
		expect(await streamOf()).toEqual([held.id, second.id]);
		expect((await store.texts(window.journal)).map(({ text }) => text)).toEqual([held.text]);
		image.accepted(4);
		expect((await sync(image, 1)).forked).toBeUndefined();
	});

	it('S65 a relayed fact whose place is taken by another is kept all the same', async () => {
		const { sync, streamOf, store } = await aServer(kind);
		const window = new Writer('J1');
		const image = window.clone();
		const before = window.accepted(1);
		const after = image.accepted(2);
		await sync(image);
		await sync(new Writer('J2'), 0, { facts: [onWire(before)] });
		expect(await streamOf()).toEqual([after.id, before.id]);
		expect((await store.texts(window.journal)).map(({ text }) => text)).toEqual([after.text]);
		expect((await sync(window, 1)).forked?.heldIds.sort()).toEqual([after.id, before.id].sort());
	});
});

describe('groups', () => {
	it('S66 requests that arrive together share one transaction', async () => {
		const store = createMemoryJournalStore();
		let writes = 0;
		const counted = { ...store, write: ((work) => ((writes += 1), store.write(work))) as typeof store.write };
		const receiver = createReceiver(counted, { now: () => 0, epoch: () => 'E1' });
		const writers = Array.from({ length: 20 }, (_, nr) => new Writer(`J${nr}`));
		writers.forEach((writer, nr) => writer.accepted(nr + 1));
		const answers = await Promise.all(writers.map((writer) => receiver.receive(writer.request(), writer.device)));
		expect(answers.every(({ ackedSeq }) => ackedSeq === 1)).toBe(true);
		expect(writes).toBe(1);
	});

	it('S66 a group holds about a thousand facts: a giant transaction would cost more than another', async () => {
		const store = createMemoryJournalStore();
		const sizes: number[] = [];
		const receiver = createReceiver(store, {
			now: () => 0,
			epoch: () => 'E1',
			onCommitted: ({ requests }) => sizes.push(requests)
		});
		const writers = Array.from({ length: 7 }, (_, nr) => new Writer(`J${nr}`));
		for (const writer of writers) for (let serial = 1; serial <= 400; serial += 1) writer.registered(serial);
		await Promise.all(writers.map((writer) => receiver.receive(writer.request(), writer.device)));
		expect(sizes).toEqual([2, 2, 2, 1]);
	});

	it('S66 a request that cannot be stored does not fail the others of its group', async () => {
		const store = createMemoryJournalStore();
		const fragile: typeof store = {
			...store,
			write: (work) =>
				store.write(async (tx) => {
					const result = await work(tx);
					if (await tx.journals(['J2' as JournalId]).then(({ size }) => size)) throw new Error('disk');
					return result;
				})
		};
		const receiver = createReceiver(fragile, { now: () => 0, epoch: () => 'E1' });
		const writers = [1, 2, 3].map((nr) => new Writer(`J${nr}`));
		writers.forEach((writer, nr) => writer.accepted(nr + 1));
		const answers = await Promise.allSettled(
			writers.map((writer) => receiver.receive(writer.request(), writer.device))
		);
		expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
		expect(await store.heldSeqs()).toEqual({ J1: 1, J3: 1 });
	});
});
