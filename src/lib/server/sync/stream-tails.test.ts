import { describe, expect, it } from 'vitest';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StreamEntry, type StreamHead } from '../store/journal-store.ts';
import { Writer } from '#tests/contract/server-store-writer.ts';
import { nativeSha256 } from './read-arrival.ts';
import { MOST_KEPT, StreamTails } from './stream-tails.ts';

const OF_AN_ORG = 400;
const window = new Writer('J1');
const facts = Array.from({ length: OF_AN_ORG }, (_, serial) => window.accepted(serial + 1));
const byId = new Map(facts.map((fact) => [fact.id, fact]));

/** The stream of an org that has these facts. */
function streamOf(org: OrgId): StreamEntry[] {
	let head: StreamHead = { org, position: 0, hash: '' };
	return facts.map(({ id }) => {
		head = { org, position: head.position + 1, hash: nativeSha256(head.hash + id) };
		return { ...head, factId: id };
	});
}

describe('the newest entries of streams in memory', () => {
	it('N376 are bounded for all orgs together: those longest without a fact go first, and come back with the next', () => {
		const tails = new StreamTails();
		const orgs = Array.from({ length: MOST_KEPT / OF_AN_ORG + 2 }, (_, nr) => `center-${nr}` as OrgId);
		const streams = new Map(orgs.map((org) => [org, streamOf(org)]));
		const held = (org: OrgId) => {
			const { factId: _, ...head } = streams.get(org)!.at(-1)!;
			return tails.hashAt(head, 1) !== undefined;
		};
		for (const stream of streams.values()) tails.add(stream, byId);
		expect(orgs.filter((org) => !held(org))).toEqual(orgs.slice(0, 2));
		tails.add(streams.get(orgs[0]!)!, byId);
		expect(orgs.filter((org) => !held(org))).toEqual(orgs.slice(1, 3));
	});
});
