import { storiesOf } from '#lib/domain/application/story-facts.ts';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalReads } from '../store/journal-store.ts';

/** The stories of applications as a device of the org has them: of each the facts that stand in the org's stream. */
export async function ownStories(
	reads: Pick<JournalReads, 'factsOf' | 'delivered'>,
	org: OrgId,
	numbers: readonly string[]
): Promise<Map<string, StoredFact[]>> {
	const read = async (wanted: readonly string[]) => {
		const facts = await reads.factsOf(wanted);
		const ids = [...new Set([...facts.values()].flatMap((story) => story.map(({ id }) => id)))];
		const own = await reads.delivered(org, ids);
		return new Map([...facts].map(([number, story]) => [number, story.filter(({ id }) => own.has(id))]));
	};
	return storiesOf(read, [...new Set(numbers)]);
}
