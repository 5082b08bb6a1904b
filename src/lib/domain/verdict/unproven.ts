import { type FactId, type JournalId } from '../fact/ids.ts';

/** A place in a journal's chain. */
type ChainPlace = { journal: JournalId; seq: number };

/** What is known of signatures. */
export type SignedPlaces = {
	/** The highest place that the device of a journal signed, 0 where none is; null where no key of its device is known. */
	signedUpTo: (journal: JournalId) => number | null;
	/** Where a fact has its place: its own text, and after a fork another one that says the same. None for a text beside the chain. */
	placesOf: (fact: FactId) => readonly ChainPlace[];
};

/**
 * Whether nobody proved that a fact was written by the device of its journal: that device has a key, and no place of the fact lies at or
 * below one that is signed. Where the device has no key nobody can say, and nothing stands against it.
 */
export function isUnproven(
	{ id, journal }: { id: FactId; journal: JournalId },
	{ signedUpTo, placesOf }: SignedPlaces
): boolean {
	if (signedUpTo(journal) === null) return false;
	return !placesOf(id).some((place) => place.seq <= (signedUpTo(place.journal) ?? 0));
}

/**
 * Whether two texts are one fact at two places. Whoever repeats the id of another fact with something else in it proves nothing by
 * signing that.
 */
export function isSameButForPlace(text: string, other: string): boolean {
	return text === other || withoutPlace(text) === withoutPlace(other);
}

function withoutPlace(text: string): string | null {
	try {
		return JSON.stringify({ ...(JSON.parse(text) as object), journal: null, seq: null, prev: null });
	} catch {
		return null;
	}
}
