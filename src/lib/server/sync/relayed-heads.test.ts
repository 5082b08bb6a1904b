import { describe, expect, it } from 'vitest';
import { STORES } from '#tests/contract/server-store-server.ts';
import { BODY, CENTER, numberOf, onWire, Writer } from '#tests/contract/server-store-writer.ts';
import { aJudgedServer } from '#tests/support/a-judged-server.ts';
import { DeviceHand } from '#tests/support/device-hand.ts';
import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type StaffId } from '#lib/domain/fact/ids.ts';
import { type SignedHead } from '#lib/protocol/sync-messages.ts';

const HEAD = { actor: 'head' as StaffId, role: 'head' } as const;
const signature = (): FactDraft => ({
	type: 'signed',
	subject: { kind: 'application', number: numberOf(1) },
	body: {},
	details: null
});

/** A body with two devices that have keys, on a server that was restored and has nothing of the first one. */
async function aRestoredServer(kind: (typeof STORES)[number]) {
	const server = await aJudgedServer(kind);
	server.isRestored = true;
	await server.enters('staff-1', { org: CENTER, role: 'centerInspector' });
	await server.enters('head', { org: BODY, role: 'head' });
	const [lost, colleague] = [new Writer('J1', BODY), new Writer('J2', BODY)];
	const [hand, other] = [await DeviceHand.make(), await DeviceHand.make()];
	await server.enrols(lost, hand.key);
	await server.enrols(colleague, other.key);
	const window = new Writer('J3');
	window.accepted(1);
	await server.sync(window);
	for (const id of ['one', 'two', 'three']) lost.write(signature(), id, HEAD);
	const headAt = async (place: number, by = hand, journal = lost.journal): Promise<SignedHead> => {
		const { seq, hash } = lost.facts[place - 1]!;
		return { journal, ...(await by.place(journal, { seq, hash })) };
	};
	/** The colleague sends what it holds of the first device. */
	const relays = async (heads: SignedHead[], facts = lost.facts) => {
		const answer = await server.sync(colleague, 0, { facts: facts.map(onWire), heads }, { key: other.key });
		await server.judgesAgain();
		return answer;
	};
	const said = () => server.saidTo(BODY, 'unproven');
	const signedOf = async () => (await server.store.journals([lost.journal])).get(lost.journal)?.signed?.seq ?? null;
	return { server, lost, colleague, hand, other, headAt, relays, said, signedOf };
}

describe.each(STORES)('signed places after a restore, %s', (kind) => {
	it('S250 what is relayed with a place that its device signed is proven up to there', async () => {
		const { relays, headAt, said, signedOf } = await aRestoredServer(kind);
		await relays([await headAt(2)]);
		expect([await said(), await signedOf()]).toEqual([['flagged three 1'], 2]);
	});

	it('S250 the place may come before the facts that lead to it, and again with them', async () => {
		const { relays, headAt, lost, said } = await aRestoredServer(kind);
		const head = await headAt(3);
		await relays([head], lost.facts.slice(2));
		await relays([head], lost.facts.slice(0, 2));
		await relays([head], []);
		expect((await said()).filter((word) => word.startsWith('flagged'))).toEqual(['flagged three 1']);
		expect(await said()).toContain('flagWithdrawn three 2');
	});

	it('S251 what was forged proves nothing and holds up nothing', async () => {
		const { relays, headAt, other, lost, said, signedOf } = await aRestoredServer(kind);
		const right = await headAt(3);
		const forged: SignedHead[] = [
			await headAt(3, other),
			await headAt(3, await DeviceHand.make()),
			{ ...right, journal: 'J2' as SignedHead['journal'] },
			{ ...right, seq: 2 },
			{ ...right, hash: lost.facts[0]!.hash },
			{ ...right, seq: 9 }
		];
		const answer = await relays(forged);
		expect(answer.quarantined).toEqual([]);
		expect([(await said()).length, await signedOf()]).toEqual([3, null]);
	});

	it('S251 a place of another branch than the one that is held proves nothing', async () => {
		const { relays, hand, lost, said, signedOf } = await aRestoredServer(kind);
		const copy = lost.clone();
		const here = lost.write(signature(), 'here', HEAD);
		const there = copy.write(signature(), 'there', HEAD);
		const head = { journal: lost.journal, ...(await hand.place(lost.journal, there)) };
		await relays([head], [...lost.facts.slice(0, 3), here]);
		expect([(await said()).length, await signedOf()]).toEqual([4, null]);
	});

	it('S252 a key that was revoked proves by relays only what it had signed by then', async () => {
		const { server, relays, headAt, lost, said, signedOf } = await aRestoredServer(kind);
		const { seq, hash } = lost.facts[1]!;
		await server.revokes(lost, { seq, hash });
		await relays([await headAt(3)]);
		expect(await signedOf()).toBeNull();
		await relays([await headAt(2)], []);
		expect([(await said()).filter((word) => word.startsWith('flagWithdrawn')), await signedOf()]).toEqual([
			['flagWithdrawn one 2', 'flagWithdrawn two 2'],
			2
		]);
	});

	it('S252 a key that was revoked before it signed anything proves nothing', async () => {
		const { server, relays, headAt, lost, signedOf } = await aRestoredServer(kind);
		await server.revokes(lost, null);
		await relays([await headAt(1)]);
		expect(await signedOf()).toBeNull();
	});

	it('S253 of a journal that nobody is enrolled with the device that wrote it vouches, and no other org’s', async () => {
		const { server, relays, headAt, other, said } = await aRestoredServer(kind);
		const forked = new Writer('J-forked', BODY);
		forked.write(signature(), 'forked', HEAD);
		const { seq, hash } = forked.head;
		const head = { journal: forked.journal, ...(await other.place(forked.journal, { seq, hash })) };
		await relays([await headAt(3), head], forked.facts);
		expect(await said()).toEqual([]);
		expect((await server.store.journals([forked.journal])).get(forked.journal)?.device).toBe('device-of-J2');
		const foreign = new Writer('J4');
		const hand = await DeviceHand.make();
		const theirs = new Writer('J-theirs', BODY);
		theirs.write(signature(), 'theirs', HEAD);
		const claimed = { journal: theirs.journal, ...(await hand.place(theirs.journal, theirs.head)) };
		await server.enrols(foreign, hand.key);
		await server.sync(foreign, 0, { facts: theirs.facts.map(onWire), heads: [claimed] }, { key: hand.key });
		expect((await server.store.journals([theirs.journal])).get(theirs.journal)?.signed).toBeNull();
	});

	it('S254 an answer brings what is signed of the journals of its facts', async () => {
		const { server, relays, headAt, lost } = await aRestoredServer(kind);
		const head = await headAt(3);
		await relays([head]);
		const reader = new Writer('J-reader', BODY);
		const answer = await server.sync(reader);
		expect(answer.heads).toEqual([head]);
		expect((await server.sync(reader)).heads).toBeUndefined();
		expect(answer.facts.length).toBeGreaterThan(lost.facts.length);
	});
});
