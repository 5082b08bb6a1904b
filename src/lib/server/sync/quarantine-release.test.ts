import { describe, expect, it } from 'vitest';
import { type SyncRequest } from '#lib/protocol/sync-messages.ts';
import { aServer, STORES } from '#tests/contract/server-store-server.ts';
import { CENTER, numberOf, OTHER_CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { rejectQuarantined, releaseQuarantined, retryQuarantine } from './quarantine.ts';

const deps = { now: () => 9 };

/** A fact that the server does not believe: its journal was never seen and it speaks for another org. */
async function withForeignFact(kind: (typeof STORES)[number]) {
	const server = await aServer(kind);
	const window = new Writer('J1', CENTER, { id: 'd1', org: OTHER_CENTER });
	const fact = window.accepted(1);
	const request: SyncRequest = window.request();
	const answer = await server.receiver.receive(request, window.device);
	expect(answer.quarantined).toMatchObject([{ reason: 'org', hash: fact.hash }]);
	return { ...server, window, fact };
}

describe.each(STORES)('the end of quarantine, %s', (kind) => {
	it('S58 released: the fact goes to its parties, and the devices no longer hear of it', async () => {
		const { store, streamOf, sync, window, fact } = await withForeignFact(kind);
		expect(await streamOf(CENTER)).toEqual([]);
		expect(await releaseQuarantined(store, [fact.hash], deps)).toBe(1);
		expect(await streamOf(CENTER)).toEqual([fact.id]);
		expect((await sync(window, 1)).quarantined).toEqual([]);
		expect((await store.factsOf([numberOf(1)])).get(numberOf(1))?.[0]).toEqual(fact);
		expect(await releaseQuarantined(store, [fact.hash], deps)).toBe(0);
		expect((await store.texts(window.journal)).map(({ text }) => text)).toEqual([fact.text]);
	});

	it('S58 rejected: it is told no more, and its text stays', async () => {
		const { store, streamOf, sync, window, fact } = await withForeignFact(kind);
		await rejectQuarantined(store, [fact.hash], deps.now);
		expect((await sync(window, 1)).quarantined).toEqual([]);
		expect(await streamOf(CENTER)).toEqual([]);
		expect(await store.quarantined({ state: 'rejected' })).toMatchObject([{ text: fact.text, endedAt: 9 }]);
	});

	it('S58 an upgraded server tries again what it could not read, not what it did not believe', async () => {
		const { store, streamOf, fact } = await withForeignFact(kind);
		const reader = new Writer('J2');
		const readable = reader.accepted(2);
		const { hash, journal, seq, text, personal } = readable;
		const item = { hash, journal, seq, text, personal, cause: 'body', device: 'd2', at: 1, endedAt: null };
		await store.write(async (tx) => {
			await tx.addEntries([{ journal, seq, hash, factId: readable.id, text }]);
			await tx.addQuarantined([{ ...item, state: 'open' }]);
		});
		expect(await retryQuarantine(store, deps)).toBe(1);
		expect(await streamOf(CENTER)).toEqual([readable.id]);
		expect(await store.quarantined({ state: 'open' })).toMatchObject([{ hash: fact.hash }]);
	});
});
