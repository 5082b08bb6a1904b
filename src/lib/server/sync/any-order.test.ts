import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type JournalStore } from '../store/journal-store.ts';
import { aServer } from '#tests/contract/server-store-server.ts';
import {
	BODY,
	CENTER,
	numberOf,
	onWire,
	OTHER_BODY,
	OTHER_CENTER,
	Writer
} from '#tests/contract/server-store-writer.ts';

const ORGS = [CENTER, BODY, OTHER_BODY];

/** Three hands on two applications, one of which is redirected; and a stranger that knows their numbers. */
function aDay(): Writer[] {
	const [window, clerk, next] = [new Writer('J1', CENTER), new Writer('J2', BODY), new Writer('J3', OTHER_BODY)];
	window.accepted(1);
	window.accepted(2);
	window.dispatched([1, 2]);
	clerk.registered(1);
	clerk.registered(2);
	clerk.redirected(2, OTHER_BODY);
	next.registered(2);
	window.registered(3);
	const stranger = new Writer('J9', OTHER_CENTER);
	stranger.registered(1);
	stranger.redirected(2, OTHER_CENTER);
	stranger.dispatched([1, 2], OTHER_CENTER);
	return [window, clerk, next, stranger];
}

/** Which journal pushes, from which seq and how many: overlaps, gaps and repeats included. */
const pushes = fc.array(
	fc.record({ hand: fc.nat(3), from: fc.nat(4), count: fc.integer({ min: 0, max: 5 }), together: fc.boolean() }),
	{ maxLength: 25 }
);

const partiesOf = async (store: JournalStore) =>
	(await store.parties([1, 2, 3].map(numberOf)))
		.map((party) => JSON.stringify({ ...party, leftAt: party.leftAt !== null }))
		.sort();

describe('any order of arrival', () => {
	it('S72 however pushes are cut, repeated, mixed and grouped, the server ends with the same facts and parties', async () => {
		const reference = await aServer('memory');
		for (const writer of aDay()) await reference.sync(writer);
		const expected = await partiesOf(reference.store);
		expect(expected.length).toBeGreaterThan(5);
		await fc.assert(
			fc.asyncProperty(pushes, async (plan) => {
				const { sync, store } = await aServer('memory');
				const hands = aDay();
				const all = hands.flatMap(({ facts }) => facts);
				let waiting: Promise<unknown>[] = [];
				for (const { hand, from, count, together } of plan) {
					const writer = hands[hand]!;
					waiting.push(sync(writer, 0, { facts: writer.facts.slice(from, from + count).map(onWire) }));
					if (together) continue;
					await Promise.all(waiting);
					waiting = [];
				}
				await Promise.all(waiting);
				for (const writer of hands) expect((await sync(writer)).forked).toBeUndefined();
				expect(await store.heldSeqs()).toEqual({ J1: 4, J2: 3, J3: 1, J9: 3 });
				expect((await store.knownFacts(all.map(({ id }) => id))).size).toBe(all.length);
				for (const { journal, facts } of hands)
					expect((await store.texts(journal)).map(({ text }) => text)).toEqual(facts.map(({ text }) => text));
				const pulled = async (org: OrgId) =>
					(await sync(new Writer(`reader-${org}`, org))).facts.map(({ text }) => text).sort();
				const streams = await Promise.all(ORGS.map(pulled));
				const [center, body, other] = streams;
				// The Center is party to everything here; nobody gets anything twice.
				expect(center).toEqual(all.map(({ text }) => text).sort());
				for (const stream of streams) expect(new Set(stream).size).toBe(stream.length);
				// Each body holds at least its own facts, the acceptance that names it, and its redirection.
				for (const { text } of hands[1]!.facts) expect(body).toContain(text);
				for (const { text } of [hands[0]!.facts[1]!, ...hands[2]!.facts]) expect(other).toContain(text);
				// A stranger gets what it wrote, whenever it wrote it.
				expect(await pulled(OTHER_CENTER)).toEqual(hands[3]!.facts.map(({ text }) => text).sort());
				expect(await partiesOf(store)).toEqual(expected);
			}),
			{ numRuns: 60 }
		);
	});
});
