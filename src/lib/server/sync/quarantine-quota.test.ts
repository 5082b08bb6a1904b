import { describe, expect, it } from 'vitest';
import { aServer, STORES } from '#tests/contract/server-store-server.ts';
import { onWire, Writer } from '#tests/contract/server-store-writer.ts';
import { nativeSha256 } from './read-arrival.ts';
import { rejectQuarantined } from './quarantine.ts';

const garbage = (place: number, size = 0) => `{"garbage":${place}${'x'.repeat(size)}`;
function withGarbage(count: number, size = 0): Writer {
	const window = new Writer('J1');
	for (let place = 0; place < count; place += 1) {
		const text = garbage(place, size);
		window.writeText(text, nativeSha256(text));
	}
	return window;
}

/** Rounds of a device as its loop makes them, until it is acknowledged all or stands still. */
async function drain(server: Awaited<ReturnType<typeof aServer>>, window: Writer, from = 0) {
	for (let acked = from, rounds = 0; ; rounds += 1) {
		const facts = window.facts.slice(acked, acked + 500).map(onWire);
		const answer = await server.sync(window, acked, { facts });
		if (answer.ackedSeq === acked || answer.ackedSeq === window.head.seq) return { answer, rounds };
		acked = answer.ackedSeq;
	}
}

describe.each(STORES)('much in quarantine, %s', (kind) => {
	it('S122 an answer lists the first hundred by their places, and counts the rest', async () => {
		const server = await aServer(kind);
		const window = withGarbage(450);
		await drain(server, window);
		const answer = await server.sync(window, 450);
		expect(answer.quarantined.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, place) => place + 1));
		expect(answer.quarantinedCount).toBe(450);
		expect(JSON.stringify(answer).length).toBeLessThan(20_000);
		expect((await server.sync(withGarbage(3), 0)).quarantinedCount).toBe(450);
	});

	it('S122 a short list is whole and needs no count', async () => {
		const server = await aServer(kind);
		const answer = await server.sync(withGarbage(3));
		expect(answer.quarantined).toHaveLength(3);
		expect(answer.quarantinedCount).toBeUndefined();
	});

	it('S122 beyond the quota a text keeps its place by its hash only, and the good facts behind it are taken', async () => {
		const server = await aServer(kind);
		const window = withGarbage(2600);
		const good = window.accepted(1);
		const { answer } = await drain(server, window);
		expect(answer).toMatchObject({ ackedSeq: 2601, quarantinedCount: 2600 });
		expect(await server.streamOf()).toEqual([good.id]);
		const kept = (await server.store.quarantined({ state: 'open' })).filter(({ text }) => text !== '');
		expect(kept).toHaveLength(2000);
		expect((await server.store.texts(window.journal)).filter(({ text }) => text !== '')).toHaveLength(2001);
	});

	it('S122 the quota is one of characters too', async () => {
		const server = await aServer(kind);
		const window = withGarbage(30, 200_000);
		await server.sync(window, 0, { facts: window.facts.slice(0, 15).map(onWire) });
		await server.sync(window, 15, { facts: window.facts.slice(15).map(onWire) });
		const kept = (await server.store.quarantined({ state: 'open' })).filter(({ text }) => text !== '');
		expect(kept.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(4 * 1024 * 1024);
	});

	it('S122 once there is room the device is asked again for what waits on it; nothing is lost', async () => {
		const server = await aServer(kind);
		const window = withGarbage(2300);
		await drain(server, window);
		const open = await server.store.quarantined({ state: 'open' });
		const settled = open.filter(({ text }) => text !== '').map(({ hash }) => hash);
		await rejectQuarantined(server.store, settled, () => 9);
		expect(await server.sync(window, 2300)).toMatchObject({ ackedSeq: 2000 });
		expect((await drain(server, window, 2000)).answer.ackedSeq).toBe(2300);
		const texts = (await server.store.texts(window.journal)).map(({ text }) => text);
		expect(texts).toEqual(window.facts.map(({ text }) => text));
		expect((await server.store.quarantined({ state: 'open' })).every(({ text }) => text !== '')).toBe(true);
	});
});
