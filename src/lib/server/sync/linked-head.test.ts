import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { aServer, STORES } from '#tests/contract/server-store-server.ts';
import { BODY, idOnWire, onWire, Writer } from '#tests/contract/server-store-writer.ts';
import { brokenHeads } from '#tests/simulation/chain-checks.ts';
import { canBeRelayed, TEXT_KINDS, twoBranches } from '#tests/support/two-branches.ts';

type Server = Awaited<ReturnType<typeof aServer>>;

const kinds = (maxLength: number) =>
	fc.array(fc.constantFrom(...TEXT_KINDS, 'fact' as const, 'fact' as const), { maxLength });
const branches = fc.record({ common: kinds(3), one: kinds(5), other: kinds(5) });
const place = fc.nat(8);
/** A push of one of the two stores, from what it believes to be acknowledged; or what somebody received of both, in any order. */
const step = fc.oneof(
	fc.record({
		who: fc.constantFrom(0, 1),
		acked: place,
		/** No device leaves out what comes next. A broken one might; then only the fact after it tells where an unreadable text was. */
		skipped: fc.constantFrom(0, 0, 0, 1, 2),
		count: fc.integer({ min: 0, max: 4 })
	}),
	fc.record({ relayed: fc.array(fc.record({ of: fc.constantFrom(0, 1), at: place }), { minLength: 1, maxLength: 5 }) })
);

async function push({ receiver }: Server, writer: Writer, acked: number, count: number, skipped = 0) {
	const next = writer.facts.slice(acked + skipped, acked + skipped + count);
	const isProven = (fact: StoredFact, at: number) => canBeRelayed(fact) || canBeRelayed(next[at + 1] ?? fact);
	const sent = skipped > 0 ? next.filter(isProven) : next;
	const request = writer.request(acked, { cursor: null, facts: sent.map(onWire) });
	const answer = await receiver.receive(request, writer.device);
	const ackedNow = Math.min(answer.ackedSeq, Math.max(acked, sent.at(-1)?.seq ?? 0));
	// An answer below what the device believed says what the server holds; the hash there is compared in the next request.
	return { answer, acked: ackedNow, agreed: answer.forked || answer.ackedSeq < acked || skipped > 0 ? 0 : ackedNow };
}

/** The server's chain is what one of the two stores wrote, from the beginning. */
async function expectChain({ store }: Server, stores: readonly Writer[]) {
	expect(await brokenHeads(store)).toEqual([]);
	const chain = (await store.texts(stores[0]!.journal)).map(({ text }) => text);
	const begins = stores.map(({ facts }) => facts.slice(0, chain.length).map(({ text }) => text));
	expect(begins).toContainEqual(chain);
}

/** What an answer makes the device believe is so: of its places, and of what it was not sent because it has it. */
async function expectTrue({ store, streamOf }: Server, writer: Writer, answer: SyncResponse, agreed: number) {
	const has = new Set([...writer.facts.map(({ id }) => id as string), ...answer.facts.map(idOnWire)]);
	expect((await streamOf(writer.org)).filter((id) => !has.has(id))).toEqual([]);
	const there = (await store.texts(writer.journal)).slice(0, agreed);
	expect(there.map(({ text }) => text)).toEqual(writer.facts.slice(0, agreed).map(({ text }) => text));
}

/** A quiet line: the store sends until all is acknowledged, or it seals the journal and takes what the server lacks elsewhere. */
async function settle(server: Server, writer: Writer): Promise<Set<string>> {
	let acked = writer.facts.length;
	for (let round = 0; round < 30; round += 1) {
		const result = await push(server, writer, acked, 2);
		await expectTrue(server, writer, result.answer, result.agreed);
		const { forked } = result.answer;
		if (forked) {
			const moved = writer.facts.slice(forked.agreedSeq).filter(({ id }) => !forked.heldIds.includes(id));
			return new Set(moved.map(({ id }) => id));
		}
		acked = result.acked;
		if (acked === writer.facts.length) return new Set();
	}
	throw new Error('The device never comes to rest');
}

describe.each(STORES)('a head stands on checked links, %s', (kind) => {
	it('S100 whatever two branches push and others relay of them, no head is called contiguous that is no chain', async () => {
		await fc.assert(
			fc.asyncProperty(branches, fc.array(step, { maxLength: 8 }), async ({ common, one, other }, steps) => {
				const server = await aServer(kind);
				const stores = twoBranches(common, one, other);
				for (const each of steps) {
					if ('who' in each) {
						const writer = stores[each.who]!;
						const acked = Math.min(each.acked, writer.facts.length);
						const result = await push(server, writer, acked, each.count, each.skipped);
						await expectTrue(server, writer, result.answer, result.agreed);
					} else {
						const texts = each.relayed.flatMap(({ of, at }) => stores[of]!.facts.slice(at, at + 1));
						await server.sync(new Writer('J2', BODY), 0, { facts: texts.filter(canBeRelayed).map(onWire) });
					}
					await expectChain(server, stores);
				}
				const moved = [await settle(server, stores[0]), await settle(server, stores[1])];
				await expectChain(server, stores);
				const held = new Set((await server.store.quarantined({})).map(({ hash }) => hash));
				const ids = stores.flatMap(({ facts }) => facts.map(({ id }) => id));
				const known = await server.store.knownFacts(ids);
				const lost = stores.flatMap(({ facts }, nr) =>
					facts.filter(({ id, hash }) => !known.has(id) && !held.has(hash) && !moved[nr]!.has(id))
				);
				expect(lost.map(({ text }) => text)).toEqual([]);
				await server.store.close();
			}),
			{ numRuns: kind === 'memory' ? 150 : 40 }
		);
	});
});
