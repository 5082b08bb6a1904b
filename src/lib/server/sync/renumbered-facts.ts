import { storyFacts } from '#lib/domain/application/story-facts.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalReads } from '../store/journal-store.ts';

/** A fact that an application folds from although it was written under another number. */
type Renumbered = { number: string; fact: StoredFact };

/** Such facts of the numbers, and of those that renumberings join to them. */
export async function renumberedAmong(
	reads: Pick<JournalReads, 'factsOf'>,
	numbers: readonly string[]
): Promise<Renumbered[]> {
	if (numbers.length === 0) return [];
	const facts = await storyFacts((wanted) => reads.factsOf(wanted), numbers);
	return [...facts].flatMap(([number, list]) =>
		list.filter(({ applications }) => !applications.includes(number)).map((fact) => ({ number, fact }))
	);
}
