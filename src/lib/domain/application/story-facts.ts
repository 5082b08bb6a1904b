import { causesIn } from '../fact/read-fact.ts';
import { type FactId } from '../fact/ids.ts';
import { type StoredFact } from '../fact/stored-fact.ts';

/** Reads the facts that touch applications, by number; a number without facts may be left out. */
export type FactsOf = (numbers: readonly string[]) => Promise<ReadonlyMap<string, readonly StoredFact[]>>;

/**
 * All facts that applications fold from, by number. A renumbering joins two numbers: asking for one gives both, and the new one
 * also has the acceptance named by the renumbering, which was written under the old one.
 *
 * @param factsOf the journal of a device or of the server
 * @param held facts already read, complete for their numbers
 */
export async function storyFacts(
	factsOf: FactsOf,
	numbers: readonly string[],
	held: ReadonlyMap<string, readonly StoredFact[]> = new Map()
): Promise<Map<string, StoredFact[]>> {
	const facts = new Map([...held].map(([number, list]) => [number, [...list]]));
	for (;;) {
		const wanted = [...numbers, ...renumberings(facts).flatMap(({ applications }) => applications)];
		const missing = [...new Set(wanted.filter((number) => !facts.has(number)))];
		if (missing.length === 0) return withAcceptances(facts);
		const read = await factsOf(missing);
		for (const number of missing) facts.set(number, [...(read.get(number) ?? [])]);
	}
}

/** The same for the given numbers only, as a screen shows them. */
export async function storiesOf(factsOf: FactsOf, numbers: readonly string[]): Promise<Map<string, StoredFact[]>> {
	const facts = await storyFacts(factsOf, numbers);
	return new Map(numbers.map((number) => [number, facts.get(number)!]));
}

const renumberings = (facts: ReadonlyMap<string, readonly StoredFact[]>): StoredFact[] =>
	[...facts.values()].flat().filter(({ type }) => type === 'renumbered');

/**
 * A renumbering moves only an acceptance, whatever it names, and only one under a number that renumberings join to the new one: the
 * facts of an application must not depend on what else was requested.
 */
function withAcceptances(facts: Map<string, StoredFact[]>): Map<string, StoredFact[]> {
	const joins = renumberings(facts);
	if (joins.length === 0) return facts;
	const joined = joinedBy(joins);
	const acceptances = new Map<FactId, StoredFact>();
	for (const fact of [...facts.values()].flat()) if (fact.type === 'accepted') acceptances.set(fact.id, fact);
	for (const renumbered of joins)
		for (const number of renumbered.applications) {
			const list = facts.get(number)!;
			for (const id of causesIn(renumbered)) {
				const acceptance = acceptances.get(id);
				const isJoined = acceptance?.applications.some((each) => joined.get(number)!.has(each));
				if (acceptance && isJoined && !list.some((fact) => fact.id === id)) list.push(acceptance);
			}
		}
	return facts;
}

/** For each number in a renumbering, all numbers that a chain of renumberings joins to it, itself included. */
function joinedBy(joins: readonly StoredFact[]): Map<string, ReadonlySet<string>> {
	const groups = new Map<string, Set<string>>();
	for (const { applications } of joins) {
		const together = new Set(applications.flatMap((number) => [number, ...(groups.get(number) ?? [])]));
		for (const number of together) groups.set(number, together);
	}
	return groups;
}
