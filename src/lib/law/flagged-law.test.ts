import { describe, expect, it } from 'vitest';
import { aSettlement, aVerdict } from '#tests/support/a-verdict.ts';
import { BODY_ORG } from '#tests/support/fact-drafts.ts';
import { anotherVersion, clockCheck, dayWord, MONDAY, regulationImport, written } from '#tests/support/law-facts.ts';
import { type Fact } from '#lib/domain/fact/fact.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { bearingOf } from './law-facts.ts';
import { lawOf } from './law-of.ts';
import { readableFacts } from './readable-facts.ts';

const at = { at: MONDAY, org: BODY_ORG };
const stored = (fact: Fact): StoredFact => {
	const { id, journal, seq, type } = fact;
	const text = JSON.stringify({ ...fact, details: undefined });
	return { id, journal, seq, type, text, hash: text, applications: [], personal: null };
};

describe('law that was said without a right', () => {
	it.each<[string, StoredFact[], (law: Law) => boolean]>([
		[
			'a day off',
			written([{ draft: dayWord('2026-11-26', 'dayOff', BODY_ORG), ...at }], 'a'),
			(law) => law.overridesOf(BODY_ORG).length === 1
		],
		[
			'a check of a clock',
			written([{ draft: clockCheck('J', 1000), ...at }], 'b'),
			(law) => law.corrections.length === 1
		],
		[
			'a version of a regulation',
			written([{ draft: regulationImport(anotherVersion()), ...at }], 'c'),
			(law) => law.regulation('child-benefit-under-18', 2) !== undefined
		]
	])('S220 %s does not hold until it is confirmed, and bears on what it would bear on', (_, facts, holds) => {
		const [fact] = readableFacts(facts);
		const verdict = stored(aVerdict(fact!));
		const confirmed = stored(aSettlement(fact!, { counts: true }));
		expect([facts, [...facts, verdict], [verdict, confirmed, ...facts]].map((all) => holds(lawOf(all)))).toEqual([
			true,
			false,
			true
		]);
		expect(bearingOf([verdict], [...facts, verdict])).toEqual(bearingOf(facts, facts));
		expect(bearingOf([confirmed], [...facts, verdict, confirmed])).toEqual(bearingOf(facts, facts));
	});
});
