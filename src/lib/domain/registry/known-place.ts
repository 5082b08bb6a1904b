import { type JournalId } from '../fact/ids.ts';

/** A place in the server's journals. */
export type RegistryPlace = { journal: JournalId; seq: number };

/**
 * Whether somebody who knew the registry up to a place knew what is said at another one: it stands before it, or in a journal that the
 * server wrote earlier. The clock of a device can be set back, what it has read cannot.
 * @param journals of the server, in their order
 * @param known null: nothing of the registry was known
 */
export function isKnownAt(journals: readonly JournalId[], said: RegistryPlace, known: RegistryPlace | null): boolean {
	if (known === null) return false;
	if (said.journal === known.journal) return said.seq <= known.seq;
	const [before, after] = [journals.indexOf(said.journal), journals.indexOf(known.journal)];
	return before !== -1 && before < after;
}
