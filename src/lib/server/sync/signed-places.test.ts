import { beforeEach, describe, expect, it } from 'vitest';
import { BODY, Writer } from '#tests/contract/server-store-writer.ts';
import { DeviceHand } from '#tests/support/device-hand.ts';
import { createMemoryJournalStore, type MemoryJournalStore } from '../store/memory-journal-store.ts';
import { createReceiver, type Receiver } from './receive.ts';
import { type SyncDevice } from './group-state.ts';

let store: MemoryJournalStore;
let receiver: Receiver;
let hand: DeviceHand;
let writer: Writer;
beforeEach(async () => {
	store = createMemoryJournalStore();
	receiver = createReceiver(store, { now: () => 1_795_000_000_000, epoch: () => 'E1' });
	hand = await DeviceHand.make();
	writer = new Writer('J1');
	for (const serial of [1, 2, 3]) writer.accepted(serial);
});

const device = (more: Partial<SyncDevice> = {}): SyncDevice => ({ ...writer.device, key: hand.key, ...more });
const signedUpTo = async (): Promise<number | null> =>
	(await store.journals([writer.journal])).get(writer.journal)?.signed?.seq ?? null;
const toTheBody = async () => {
	const reader = new Writer('J-body', BODY);
	return (await receiver.receive(reader.request(), reader.device)).facts.length;
};

describe('a push', () => {
	it('S200 is proven by one signature over its last fact, with all that was pushed before', async () => {
		const before = await receiver.receive(writer.request(), device());
		expect([before.ackedSeq, before.unproven, await signedUpTo()]).toEqual([3, true, null]);
		writer.accepted(4);
		const signed = await hand.place('J1', writer.head);
		const after = await receiver.receive(writer.request(3, { signed }), device());
		expect([after.ackedSeq, after.unproven, await signedUpTo()]).toEqual([4, undefined, 4]);
	});

	it('S200 is proven afterwards by a signature over the acknowledged place, which never goes back to an earlier one', async () => {
		await receiver.receive(writer.request(), device());
		const signed = await hand.place('J1', writer.head);
		expect((await receiver.receive(writer.request(3, { signed }), device())).unproven).toBeUndefined();
		const earlier = await hand.place('J1', writer.facts[0]!);
		await receiver.receive(writer.request(1, { signed: earlier, facts: [] }), device());
		expect(await signedUpTo()).toBe(3);
	});

	it('S201 without a right signature is taken and sent on all the same, and the answer says so', async () => {
		const other = await DeviceHand.make();
		const wrong = [
			await other.place('J1', writer.head),
			await hand.place('J2', writer.head),
			await hand.place('J1', { seq: 4, hash: writer.head.hash }),
			await hand.place('J1', { seq: 3, hash: 'f'.repeat(64) }),
			await hand.place('J1', { seq: Number.MAX_SAFE_INTEGER, hash: writer.head.hash }),
			{ ...(await hand.place('J1', writer.head)), seq: 2 }
		];
		for (const signed of wrong) {
			const answer = await receiver.receive(writer.request(0, { signed }), device());
			expect([answer.ackedSeq, answer.quarantined, answer.unproven]).toEqual([3, [], true]);
		}
		expect(await signedUpTo()).toBeNull();
		expect(await toTheBody()).toBe(3);
	});

	it('S201 of a device without a key is not asked for a signature', async () => {
		const signed = await hand.place('J1', writer.head);
		const answer = await receiver.receive(writer.request(0, { signed }), device({ key: null }));
		expect([answer.ackedSeq, answer.unproven, await signedUpTo()]).toEqual([3, undefined, null]);
	});

	it.each(['key', 'ticket', 'copied'] as const)(
		'N147 of a device that lacks its %s is taken and acknowledged, and nothing is told but why',
		async (withheld) => {
			writer.cursor = { epoch: 'E0', position: 9, hash: 'a'.repeat(64) };
			const answer = await receiver.receive(writer.request(), device({ withheld }));
			expect(answer).toMatchObject({ ackedSeq: 3, facts: [], cursor: writer.cursor, more: false, withheld });
			expect(answer.wants).toBeUndefined();
			expect(await toTheBody()).toBe(3);
			writer.accepted(4);
			const open = await receiver.receive(writer.request(3), device());
			expect([open.withheld, open.wants]).toEqual([undefined, { J1: 4 }]);
		}
	);
});
