import { describe, expect, it } from 'vitest';
import { aServer, idsOf, STORES } from '#tests/contract/server-store-server.ts';
import { BODY, idOnWire, onWire, Writer } from '#tests/contract/server-store-writer.ts';

describe.each(STORES)('push, %s', (kind) => {
	it('S50 a resend and a lost answer are harmless: the answer is the highest contiguous seq, facts are there once', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const facts = [window.accepted(1), window.accepted(2), window.registered(1)];
		expect((await sync(window)).ackedSeq).toBe(3);
		expect((await sync(window)).ackedSeq).toBe(3);
		expect((await sync(window, 2)).ackedSeq).toBe(3);
		expect((await sync(window, 3)).forked).toBeUndefined();
		expect(await streamOf()).toEqual(idsOf(facts));
	});

	it('S50 the same request twice at the same moment is taken once', async () => {
		const { receiver, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const fact = window.accepted(1);
		const answers = await Promise.all([1, 2].map(() => receiver.receive(window.request(), window.device)));
		expect(answers.map(({ ackedSeq, forked }) => [ackedSeq, forked])).toEqual([
			[1, undefined],
			[1, undefined]
		]);
		expect(await streamOf()).toEqual([fact.id]);
	});

	it('S102 a copy that pushes at the same moment leaves the place up to which all agree where it is', async () => {
		const { receiver, sync } = await aServer(kind);
		const window = new Writer('J1');
		for (const serial of [1, 2]) window.accepted(serial);
		await sync(window);
		const copy = window.clone();
		copy.accepted(3);
		const requests = [
			receiver.receive(copy.request(2), copy.device),
			receiver.receive(window.request(2), window.device)
		];
		const [, answer] = await Promise.all(requests);
		expect(answer!.forked).toMatchObject({ agreedSeq: 2 });
	});

	it('S51 nothing beyond a gap is taken, and the answer says what is held', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const facts = [1, 2, 3, 4, 5].map((serial) => window.accepted(serial));
		await sync(window, 0, { facts: [facts[0]!, facts[1]!].map(onWire) });
		const answer = await sync(window, 0, { facts: [facts[3]!, facts[4]!].map(onWire) });
		expect(answer).toMatchObject({ ackedSeq: 2 });
		expect(answer.forked).toBeUndefined();
		expect(await streamOf()).toEqual(idsOf(facts.slice(0, 2)));
		expect((await sync(window, 2)).ackedSeq).toBe(5);
	});

	it('S51 an acknowledged seq that the server no longer holds is answered with what it holds', async () => {
		const { sync } = await aServer(kind);
		const window = new Writer('J1');
		window.accepted(1);
		await sync(window);
		window.accepted(2);
		const answer = await sync(window, 2);
		expect(answer.ackedSeq).toBe(1);
		expect(answer.forked).toBeUndefined();
	});
});

describe.each(STORES)('fork, %s', (kind) => {
	it('S52 another hash at the acknowledged seq is a fork, and nothing is agreed', async () => {
		const { sync } = await aServer(kind);
		const one = new Writer('J1');
		const other = one.clone();
		const facts = [one.accepted(1), one.accepted(2)];
		other.accepted(3);
		await sync(one);
		const { forked } = await sync(other, 1);
		expect(forked).toEqual({ agreedSeq: 0, heldIds: idsOf(facts) });
	});

	it('S52 a PC rolled back without writing since: the server holds a higher seq', async () => {
		const { sync } = await aServer(kind);
		const window = new Writer('J1');
		window.accepted(1);
		const image = window.clone();
		const lost = window.accepted(2);
		await sync(window);
		const { forked, facts } = await sync(image, 1);
		expect(forked).toEqual({ agreedSeq: 1, heldIds: [lost.id] });
		expect(facts.map(idOnWire)).toContain(lost.id);
	});

	it('S52 a PC rolled back that wrote other facts at the same places: none of its facts is taken for the held ones', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const first = window.accepted(1);
		await sync(window);
		const image = window.clone();
		const held = [window.accepted(2), window.accepted(3)];
		await sync(window, 1);
		image.accepted(4);
		image.accepted(5);
		image.accepted(6);
		const { forked } = await sync(image, 1);
		expect(forked).toEqual({ agreedSeq: 1, heldIds: idsOf(held) });
		expect(await streamOf()).toEqual([first.id, ...idsOf(held)]);
	});

	it('S52 a fact whose `prev` is not the held head is a fork', async () => {
		const { sync, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const first = window.accepted(1);
		await sync(window);
		const other = new Writer('J1');
		other.accepted(2);
		other.accepted(3);
		const { forked } = await sync(other, 1, { ackedHash: first.hash });
		expect(forked).toEqual({ agreedSeq: 1, heldIds: [] });
		expect(await streamOf()).toEqual([first.id]);
	});

	it('S53 a fact appended again to a new journal keeps its place there and is not delivered twice', async () => {
		const { sync, store, streamOf } = await aServer(kind);
		const window = new Writer('J1');
		const fact = window.accepted(1);
		await sync(window);
		const renewed = new Writer('J2');
		renewed.accepted(1, BODY, fact.id);
		const next = renewed.accepted(2);
		expect((await sync(renewed)).ackedSeq).toBe(2);
		expect(await streamOf()).toEqual([fact.id, next.id]);
		expect((await store.texts(renewed.journal)).map(({ text }) => text)).toEqual(renewed.facts.map(({ text }) => text));
	});
});
