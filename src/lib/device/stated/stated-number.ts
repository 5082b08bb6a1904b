import { type JournalId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { closedSummary, isPersonalKey } from '#lib/domain/application/closed-summary.ts';
import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type Opening } from '#lib/journal/closed-reader.ts';
import { STATED } from '#lib/device/session/browser-seat.ts';

/** Drafts in which nobody's name stands: rows of lists by their numbers, copies counted. */
const NAMELESS = ['list:', 'list-of', 'copies', 'slot-missed'];

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Who works under a stated number, since when, and after which place of the device's journal. */
export type Stated = { person: StaffId; since: number; journal: JournalId; after: number };

/**
 * Whether somebody works in this browser under a number that they only stated. All tabs share it, as they share the person, and a reload
 * goes on in it.
 */
export class StatedNumber {
	readonly #shelf: Shelf;

	constructor(shelf: Shelf) {
		this.#shelf = shelf;
	}

	/** Of this person; null where they have proven who they are, or somebody else is there. */
	of(person: StaffId): Stated | null {
		try {
			const kept = JSON.parse(this.#shelf.getItem(STATED) ?? 'null') as Stated | null;
			return kept?.person === person ? kept : null;
		} catch {
			return null;
		}
	}

	/** @returns false where it cannot be kept: then nobody begins, for a reload would open what is closed */
	begin(stated: Stated): boolean {
		try {
			this.#shelf.setItem(STATED, JSON.stringify(stated));
			return true;
		} catch {
			return false;
		}
	}

	end(): void {
		try {
			this.#shelf.removeItem(STATED);
		} catch {
			// Where nothing can be kept, nothing was.
		}
	}
}

/** What stays open to whoever stated their number: what they wrote since. */
export const openingOf = ({ since, journal, after }: Stated): Opening<ApplicationSummary> => ({
	closeRow: closedSummary,
	isPersonalKey,
	isOwn: (fact: Pick<StoredFact, 'journal' | 'seq'>) => fact.journal === journal && fact.seq > after,
	isOwnDraft: ({ kind, updatedAt }) => updatedAt >= since || NAMELESS.some((each) => kind.startsWith(each))
});
