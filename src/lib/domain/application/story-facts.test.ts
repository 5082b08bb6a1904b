import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FactId, type JournalId } from '../fact/ids.ts';
import { type StoredFact } from '../fact/stored-fact.ts';
import { type FactsOf, storiesOf, storyFacts } from './story-facts.ts';

const NUMBERS = ['N1', 'N2', 'N3', 'N4'];
const number = fc.constantFrom(...NUMBERS);
const fact = fc.oneof(
	fc.record({ type: fc.constantFrom('accepted', 'registered'), subject: number }),
	fc.record({
		type: fc.constant('renumbered'),
		subject: number,
		to: number,
		on: fc.array(fc.nat(12), { maxLength: 2 })
	})
);

const store = (specs: readonly { type: string; subject: string; to?: string; on?: number[] }[]): StoredFact[] =>
	specs.map(({ type, subject, to, on = [] }, index) => ({
		id: `fact-${index}` as FactId,
		journal: 'J' as JournalId,
		seq: index + 1,
		hash: `${index}`,
		text: JSON.stringify({ on: on.map((nr) => `fact-${nr}`) }),
		type,
		applications: [...new Set([subject, ...(to === undefined ? [] : [to])])],
		personal: null
	}));

const factsOf =
	(all: readonly StoredFact[], asked: string[] = []): FactsOf =>
	async (numbers) => {
		asked.push(...numbers);
		// A number of which nothing is held is left out.
		const found = numbers.map((each) => [each, all.filter(({ applications }) => applications.includes(each))] as const);
		return new Map(found.filter(([, list]) => list.length > 0));
	};

const namedBy = ({ text }: StoredFact): string[] => (JSON.parse(text) as { on: string[] }).on;

/** By definition: what touches the number, and the acceptances that its renumberings name, where a chain of renumberings leads to them. */
function expected(all: readonly StoredFact[], asked: string): Set<string> {
	const joined = new Set([asked]);
	for (let size = 0; size !== joined.size;) {
		size = joined.size;
		for (const { type, applications } of all)
			if (type === 'renumbered' && applications.some((each) => joined.has(each)))
				for (const each of applications) joined.add(each);
	}
	const own = all.filter(({ applications }) => applications.includes(asked));
	const named = own.filter(({ type }) => type === 'renumbered').flatMap(namedBy);
	const reached = all.filter(
		({ type, applications }) => type === 'accepted' && applications.some((each) => joined.has(each))
	);
	return new Set([...own, ...reached.filter(({ id }) => named.includes(id))].map(({ id }) => id));
}

const idsOf = (facts: readonly StoredFact[] | undefined) => facts?.map(({ id }) => id) ?? [];

describe('what an application folds from', () => {
	it('F23 is what touches its number and the acceptance that was renumbered to it, each once, in whatever order they lie', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fact, { maxLength: 12 }),
				fc.subarray(NUMBERS, { minLength: 1 }),
				async (specs, asked) => {
					const all = store(specs);
					const stories = await storiesOf(factsOf(all), asked);
					expect([...stories.keys()]).toEqual(asked);
					for (const each of asked) {
						const ids = idsOf(stories.get(each));
						expect(new Set(ids)).toEqual(expected(all, each));
						expect(ids).toHaveLength(new Set(ids).size);
					}
				}
			)
		);
	});

	it('F23 brings what a renumbering joins, reads each number once, and nothing that is held already', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fact, { maxLength: 12 }), number, number, async (specs, asked, held) => {
				const all = store(specs);
				const reads: string[] = [];
				const known = new Map([[held, all.filter(({ applications }) => applications.includes(held))]]);
				const facts = await storyFacts(factsOf(all, reads), [asked], known);
				expect(reads).toHaveLength(new Set(reads).size);
				expect(reads).not.toContain(held);
				const whole = await storyFacts(factsOf(all), [asked, held]);
				const sets = (map: typeof facts) => [...map].map(([each, list]) => [each, idsOf(list).sort()]).sort();
				expect(sets(facts)).toEqual(sets(whole));
			})
		);
	});

	it('F23 has no other fact of another number, whatever a renumbering names', async () => {
		const all = store([
			{ type: 'registered', subject: 'N1' },
			{ type: 'accepted', subject: 'N1' },
			{ type: 'renumbered', subject: 'N1', to: 'N2', on: [0, 1] }
		]);
		expect(idsOf((await storiesOf(factsOf(all), ['N2'])).get('N2'))).toEqual(['fact-2', 'fact-1']);
	});
});
