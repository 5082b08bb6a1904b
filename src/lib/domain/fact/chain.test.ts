import { describe, expect, it } from 'vitest';
import { foreignFacts } from '#tests/support/a-journal.ts';
import { acceptance, applicationNo } from '#tests/support/fact-drafts.ts';
import { chainFaults, type ChainPlace } from './chain.ts';
import { sha256Hex } from './hash.ts';

const facts = foreignFacts([1, 2, 3, 4].map((serial) => acceptance(applicationNo(serial))));
const others = foreignFacts([5, 6, 7, 8].map((serial) => acceptance(applicationNo(serial))));
const head = (places: readonly ChainPlace[]) => ({
	held: places.at(-1)?.seq ?? 0,
	heldHash: places.at(-1)?.hash ?? ''
});
const faults = (places: readonly ChainPlace[], at = head(places)) =>
	chainFaults(places, at, sha256Hex).map(({ seq, fault }) => `${fault} ${seq}`);
/** A text that is no envelope, at a place. */
const garbage = (seq: number): ChainPlace => ({ seq, text: `bad ${seq}`, hash: sha256Hex(`bad ${seq}`) });
const linkedTo = (before: ChainPlace, fact: ChainPlace): ChainPlace => {
	const text = fact.text.replace(/"prev":"[^"]*"/, `"prev":"${before.hash}"`);
	return { ...fact, text, hash: sha256Hex(text) };
};

describe('what is called contiguous', () => {
	it('F50 a journal that is a chain has no fault, an empty one too', () => {
		expect(faults(facts)).toEqual([]);
		expect(faults([])).toEqual([]);
	});

	it('F50 a place whose text names another hash before it is found', () => {
		expect(faults([facts[0]!, others[1]!, others[2]!])).toEqual(['link 2']);
		expect(faults([others[0]!, facts[1]!])).toEqual(['link 2']);
	});

	it('F50 a place that is missing or held twice is found, at the end too', () => {
		expect(faults([facts[0]!, facts[2]!])).toEqual(['gap 2']);
		expect(faults([facts[1]!, facts[2]!])).toEqual(['gap 1']);
		expect(faults([facts[0]!, facts[1]!, facts[1]!])).toEqual(['twice 2']);
		expect(faults(facts.slice(0, 2), head(facts))).toEqual(['gap 3']);
	});

	it('F50 a head of another hash, and places that no head has come to, are found', () => {
		expect(faults(facts, { held: 4, heldHash: others[3]!.hash })).toEqual(['head 4']);
		expect(faults(facts, head(facts.slice(0, 2)))).toEqual(['ahead 3', 'ahead 4']);
		expect(faults([], { held: 0, heldHash: facts[0]!.hash })).toEqual(['head 0']);
	});

	it('F50 a text at another place than it says, or not as it was hashed, is found', () => {
		const moved = { ...facts[1]!, seq: 1 };
		expect(faults([moved])).toEqual(['place 1', 'link 1']);
		const { seq, hash, text } = facts[0]!;
		expect(faults([{ seq, hash, text: `${text} ` }])).toEqual(['text 1']);
		expect(chainFaults([{ seq, hash, text: `${text} ` }], { held: 1, heldHash: hash })).toEqual([]);
	});

	it('F50 what cannot be read names nothing before it; the text after it must name it', () => {
		const bad = garbage(2);
		expect(faults([facts[0]!, bad])).toEqual([]);
		expect(faults([facts[0]!, bad, linkedTo(bad, facts[2]!)])).toEqual([]);
		expect(faults([facts[0]!, bad, facts[2]!])).toEqual(['link 3']);
	});
});
