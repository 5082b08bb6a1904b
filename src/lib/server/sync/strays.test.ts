import { describe, expect, it } from 'vitest';
import { type JournalStore } from '../store/journal-store.ts';
import { aServer, anEmptyStore, idsOf, STORES } from '#tests/contract/server-store-server.ts';
import { BODY, idOnWire, onWire, Writer } from '#tests/contract/server-store-writer.ts';
import { brokenHeads } from '#tests/simulation/chain-checks.ts';
import { twoBranches } from '#tests/support/two-branches.ts';

describe.each(STORES)('texts without a place, %s', (kind) => {
	it('S101 what was relayed beyond a gap takes its place when the head comes there, and is delivered once', async () => {
		const { sync, store, streamOf } = await aServer(kind);
		const owner = new Writer('J1');
		const facts = [1, 2, 3, 4, 5].map((serial) => owner.accepted(serial));
		await sync(new Writer('J2', BODY), 0, { facts: [facts[1]!, facts[2]!, facts[4]!].map(onWire) });
		expect(await store.texts(owner.journal)).toEqual([]);
		expect(await sync(owner, 0, { facts: [onWire(facts[0]!)] })).toMatchObject({ ackedSeq: 3 });
		expect(await brokenHeads(store)).toEqual([]);
		expect(await sync(owner, 3)).toMatchObject({ ackedSeq: 5 });
		expect((await store.texts(owner.journal)).map(({ text }) => text)).toEqual(facts.map(({ text }) => text));
		expect((await streamOf()).sort()).toEqual(idsOf(facts).sort());
		expect((await sync(owner, 5, { cursor: null })).facts).toEqual([]);
	});

	it('S101 a text that cannot be believed waits for its place too, and never blocks what follows', async () => {
		const { sync, store } = await aServer(kind);
		const [owner] = twoBranches(['fact', 'bad body', 'fact'], [], []);
		const [first, ...later] = owner.facts.map(onWire);
		for (let time = 0; time < 2; time += 1) await sync(new Writer('J2'), 0, { facts: later });
		expect(await sync(owner, 0, { facts: [first!] })).toMatchObject({ ackedSeq: 3, quarantined: [{ seq: 2 }] });
		expect((await store.texts(owner.journal)).map(({ text }) => text)).toEqual(owner.facts.map(({ text }) => text));
	});

	it('S101 of two branches that wait ahead of the head, the one that names its hash takes the place; the other is delivered', async () => {
		const { sync, store, streamOf } = await aServer(kind);
		const [one, other] = twoBranches(['fact'], ['fact', 'fact', 'fact'], ['fact', 'fact']);
		const witness = new Writer('J2', BODY);
		await sync(witness, 0, { facts: [...other.facts.slice(1), ...one.facts.slice(2)].map(onWire) });
		expect(await sync(one, 0, { facts: one.facts.slice(0, 2).map(onWire) })).toMatchObject({ ackedSeq: 4 });
		expect((await store.texts(one.journal)).map(({ text }) => text)).toEqual(one.facts.map(({ text }) => text));
		expect(new Set(await streamOf())).toEqual(new Set(idsOf([...one.facts, ...other.facts])));
		const { forked } = await sync(other, 1, { facts: other.facts.slice(1).map(onWire) });
		expect(forked?.agreedSeq).toBe(1);
		expect(forked?.heldIds).toEqual(expect.arrayContaining(idsOf(other.facts.slice(1))));
	});

	it('S101 a head goes on over very many strays in pieces, a piece with each push', async () => {
		const { sync, store } = await aServer(kind);
		const [owner, witness] = [new Writer('J1'), new Writer('J2')];
		for (let serial = 1; serial <= 1300; serial += 1) owner.dayClosed();
		for (let from = 1; from < 1300; from += 400)
			await sync(witness, 0, { facts: owner.facts.slice(from, from + 400).map(onWire) });
		const { ackedSeq } = await sync(owner, 0, { facts: [onWire(owner.facts[0]!)] });
		expect(ackedSeq).toBeGreaterThan(1000);
		expect(await brokenHeads(store)).toEqual([]);
		expect(await sync(owner, ackedSeq)).toMatchObject({ ackedSeq: 1300 });
		expect(await brokenHeads(store)).toEqual([]);
	});
});

describe.each(STORES)('who believes to agree, %s', (kind) => {
	it('S102 a later fact of one branch is no agreement on what comes before it: nothing of it is lost', async () => {
		const { sync, store } = await aServer(kind);
		const [one, other] = twoBranches(['fact'], ['fact', 'fact'], ['fact']);
		await sync(one, 0, { facts: one.facts.slice(0, 1).map(onWire) });
		await sync(new Writer('J2', BODY), 0, { facts: [onWire(one.facts[2]!)] });
		expect(await sync(other, 1)).toMatchObject({ ackedSeq: 2 });
		expect(await brokenHeads(store)).toEqual([]);
		// It has its third fact acknowledged from before, and the server holds that very fact.
		expect(await sync(one, 3)).toMatchObject({ ackedSeq: 2 });
		const { forked } = await sync(one, 2, { facts: [onWire(one.facts[2]!)] });
		expect(forked).toMatchObject({ agreedSeq: 0 });
		expect(forked?.heldIds).not.toContain(one.facts[1]!.id);
	});

	it('S100 what cannot be read follows only what its device was seen to have, whatever the text after it proves', async () => {
		const { sync, store } = await aServer(kind);
		const [one, other] = twoBranches(['fact'], ['fact', 'fact', 'garbage', 'fact'], ['fact', 'fact']);
		await sync(other);
		const skipping = { facts: one.facts.slice(3).map(onWire) };
		expect(await sync(one, 1, skipping)).toMatchObject({ ackedSeq: 3 });
		expect((await store.texts(one.journal)).map(({ text }) => text)).toEqual(other.facts.map(({ text }) => text));
		expect((await sync(one, 1)).forked).toMatchObject({ agreedSeq: 1 });
	});

	it('S102 a page leaves out no fact of another branch, however far ahead the device’s own hash is held', async () => {
		const { sync } = await aServer(kind);
		const [one, other] = twoBranches(['fact'], ['fact', 'fact', 'fact'], ['fact', 'fact']);
		await sync(new Writer('J2', BODY), 0, { facts: [...other.facts, one.facts[3]!].map(onWire) });
		const { facts } = await sync(one, 4, { cursor: null, facts: [] });
		expect(facts.map(idOnWire)).toEqual(expect.arrayContaining(idsOf(other.facts.slice(1))));
	});
});

describe.each(STORES)('what judging a push costs, %s', (kind) => {
	it('S105 in the steady state a push looks up no place', async () => {
		const store = await anEmptyStore(kind);
		let looked = 0;
		const watched: JournalStore = {
			...store,
			write: (work) =>
				store.write((tx) => {
					const entries: typeof tx.entries = (ranges) => ((looked += 1), tx.entries(ranges));
					const strays: typeof tx.strays = (ranges) => ((looked += 1), tx.strays(ranges));
					return work({ ...tx, entries, strays });
				})
		};
		const { sync } = await aServer(kind, watched);
		const owner = new Writer('J1');
		for (const acked of [0, 2, 4]) {
			owner.accepted(acked + 1);
			owner.accepted(acked + 2);
			expect(await sync(owner, acked)).toMatchObject({ ackedSeq: acked + 2 });
		}
		expect(looked).toBe(0);
		await sync(owner, 4);
		expect(looked).toBe(1);
	});
});
