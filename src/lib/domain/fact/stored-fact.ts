import type { FactId, JournalId } from './ids.ts';

/** The personal part as written, and its salt. Kept in a store of its own, so that it can be purged. */
export type PersonalPart = { salt: string; text: string };

/**
 * A fact as every store keeps it. **`text` is the truth**: the exact characters as written (well-formed, so its UTF-8 bytes are
 * unambiguous), hashed and relayed unchanged. All else is derived from it, for indexes.
 */
export type StoredFact = {
	id: FactId;
	journal: JournalId;
	seq: number;
	/** SHA-256 of `text`; the next fact of the journal contains it as `prev`. */
	hash: string;
	text: string;
	type: string;
	/** Application numbers that fold from this fact. */
	applications: string[];
	personal: PersonalPart | null;
};
