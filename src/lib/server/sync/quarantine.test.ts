import { describe, expect, it } from 'vitest';
import { aServer, STORES } from '#tests/contract/server-store-server.ts';
import { CENTER, numberOf, onWire, OTHER_CENTER, Writer } from '#tests/contract/server-store-writer.ts';
import { nativeSha256 } from './read-arrival.ts';

describe.each(STORES)('quarantine, %s', (kind) => {
	it('S54 an unreadable text is kept, told at every answer, and does not block what follows', async () => {
		const { sync, store, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const before = window.accepted(1);
		const bad = '{"v":1,"id":';
		window.writeText(bad, nativeSha256(bad));
		const after = window.accepted(2);
		const answer = await sync(window);
		const told = [{ hash: nativeSha256(bad), journal: 'J1', seq: 2, reason: 'notJson' }];
		expect(answer).toMatchObject({ ackedSeq: 3, quarantined: told });
		expect((await sync(window, 3)).quarantined).toEqual(told);
		expect(await streamOf()).toEqual([before.id, after.id]);
		expect((await store.texts(window.journal))[1]?.text).toBe(bad);
	});

	it('S54 an unreadable text at the end or at the beginning of a push finds its place too', async () => {
		const { sync } = await aServer(kind);
		const window = new Writer('J1');
		window.writeText('bad-1', nativeSha256('bad-1'));
		expect(await sync(window)).toMatchObject({ ackedSeq: 1 });
		window.accepted(1);
		window.writeText('bad-2', nativeSha256('bad-2'));
		expect(await sync(window, 1)).toMatchObject({ ackedSeq: 3 });
		window.accepted(2);
		const answer = await sync(window, 3);
		expect(answer).toMatchObject({ ackedSeq: 4 });
		expect(answer.quarantined.map(({ seq }) => seq)).toEqual([1, 3]);
	});

	it('S54 where an unreadable text stands is proven by the fact after it, whatever was acknowledged', async () => {
		const { sync } = await aServer(kind);
		const window = new Writer('J1');
		window.writeText('bad', nativeSha256('bad'));
		window.accepted(1);
		window.accepted(2);
		const answer = await sync(window, 2, { facts: window.facts.map(onWire) });
		expect(answer).toMatchObject({ ackedSeq: 3, quarantined: [{ seq: 1 }] });
	});

	it('S54 a known type with a body of the wrong shape is quarantined with its cause', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const fact = window.accepted(1);
		const text = fact.text.replace('"entry":"center"', '"entry":"moon"');
		const answer = await sync(window, 0, { facts: [{ text, personal: null }] });
		expect(answer).toMatchObject({ ackedSeq: 1, quarantined: [{ reason: 'body', seq: 1 }] });
		expect(await streamOf()).toEqual([]);
	});

	it('S55 a personal part with another hash is not authentic; the right one, sent later, releases the fact', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const fact = window.accepted(1);
		const forged = { text: fact.text, personal: { salt: 'x', text: '{}' } };
		expect((await sync(window, 0, { facts: [forged] })).quarantined).toMatchObject([{ reason: 'personalHash' }]);
		expect(await streamOf()).toEqual([]);
		expect((await sync(window, 0)).quarantined).toEqual([]);
		expect(await streamOf()).toEqual([fact.id]);
	});

	it('S55 a personal part for a fact that declares none is not authentic', async () => {
		const { sync } = await aServer(kind);
		const window = new Writer('J1');
		const fact = window.registered(1);
		const answer = await sync(window, 0, { facts: [{ text: fact.text, personal: { salt: 's', text: '{}' } }] });
		expect(answer.quarantined).toMatchObject([{ reason: 'personalHash' }]);
	});

	it('S55 a personal part may be missing, and may come later', async () => {
		const { sync, store } = await aServer(kind);
		const window = new Writer('J1');
		const fact = window.accepted(1);
		const answer = await sync(window, 0, { facts: [{ text: fact.text, personal: null }] });
		expect(answer).toMatchObject({ ackedSeq: 1, quarantined: [] });
		await sync(window, 0);
		expect((await store.factsOf([numberOf(1)])).get(numberOf(1))?.[0]?.personal).toEqual(fact.personal);
	});

	it('S56 a type or version from a newer program is kept and relayed', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const fact = window.registered(1);
		const text = fact.text.replace('"type":"registered"', '"type":"weighed"');
		const newer = fact.text.replace('{"v":1', '{"v":2').replace(fact.id, 'newer');
		const two = newer.replace('"seq":1', '"seq":2').replace('"prev":""', `"prev":"${nativeSha256(text)}"`);
		const answer = await sync(window, 0, {
			lastSeq: 2,
			facts: [text, two].map((each) => ({ text: each, personal: null }))
		});
		expect(answer).toMatchObject({ ackedSeq: 2, quarantined: [] });
		expect(await streamOf()).toEqual([fact.id, 'newer']);
	});

	it('S57 a device speaks for its own org only; one that moved still hands in what it wrote before', async () => {
		const { sync } = await aServer(kind);
		const window = new Writer('J1', CENTER);
		window.accepted(1);
		await sync(window);
		window.accepted(2);
		const moved = { id: window.device.id, org: OTHER_CENTER };
		const { receiver } = await aServer(kind);
		expect((await receiver.receive(window.request(), moved)).quarantined).toMatchObject([
			{ reason: 'org' },
			{ reason: 'org' }
		]);
		Object.assign(window.device, moved);
		expect(await sync(window, 1)).toMatchObject({ ackedSeq: 2, quarantined: [] });
	});
});
