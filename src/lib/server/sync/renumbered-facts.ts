import { causesIn } from '../../domain/fact/read-fact';
import { type StoredFact } from '../../domain/fact/stored-fact';
import { type JournalReads } from '../store/journal-store';

/**
 * The facts that applications fold from, by number. A renumbering joins two numbers: both are folded when either is touched, and
 * the new number also from the acceptance that the renumbering names, which was written under the old one.
 */
export async function factsToFold(
	reads: Pick<JournalReads, 'factsOf'>,
	numbers: readonly string[]
): Promise<Map<string, StoredFact[]>> {
	const facts = await reads.factsOf(numbers);
	for (const number of numbers) if (!facts.has(number)) facts.set(number, []);
	const renumberings = () => [...facts.values()].flat().filter(({ type }) => type === 'renumbered');
	for (;;) {
		const joined = renumberings().flatMap(({ applications }) => applications);
		const missing = [...new Set(joined.filter((number) => !facts.has(number)))];
		if (missing.length === 0) break;
		const found = await reads.factsOf(missing);
		for (const number of missing) facts.set(number, found.get(number) ?? []);
	}
	const all = renumberings();
	if (all.length === 0) return facts;
	const known = new Map([...facts.values()].flat().map((fact) => [fact.id as string, fact]));
	for (const renumbered of all) {
		const named = causesIn(renumbered);
		for (const number of renumbered.applications) {
			const list = facts.get(number)!;
			const added = named.flatMap((id) => (list.some((fact) => fact.id === id) ? [] : (known.get(id) ?? [])));
			facts.set(number, [...list, ...added]);
		}
	}
	return facts;
}

/** A fact that an application folds from although it was written under another number. */
export type Renumbered = { number: string; fact: StoredFact };

/** Such facts of the numbers, and of those that renumberings join to them. */
export async function renumberedAmong(
	reads: Pick<JournalReads, 'factsOf'>,
	numbers: readonly string[]
): Promise<Renumbered[]> {
	if (numbers.length === 0) return [];
	return [...(await factsToFold(reads, numbers))].flatMap(([number, list]) =>
		list.filter(({ applications }) => !applications.includes(number)).map((fact) => ({ number, fact }))
	);
}
