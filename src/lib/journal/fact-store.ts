import { type FactId, type JournalId } from '../domain/fact/ids';
import { type StoredFact } from '../domain/fact/stored-fact';
import { type JournalHead } from '../domain/fact/write-fact';

/** Why facts were not appended: the first one does not follow the head. `head` is where the journal really stands. */
export type NotNext = { ok: false; reason: 'notNext'; head: JournalHead };

/**
 * What every store of facts can do, on a device as on the server. Facts are immutable: nothing here changes or deletes one.
 * One contract suite runs on all implementations.
 */
export interface FactStore {
	/** The highest seq up to which this store holds the journal without a gap, and the hash there; seq 0 and '' before. */
	head(journal: JournalId): Promise<JournalHead>;
	/**
	 * Adds facts of one journal, ascending, that continue its hash chain. Those already held at their place are skipped.
	 * All or nothing: on `notNext` nothing was written.
	 */
	append(facts: readonly StoredFact[]): Promise<{ ok: true; head: JournalHead } | NotNext>;
	/**
	 * Keeps facts as they come, in any order and with gaps: a store holds of foreign journals only what its orgs are party to.
	 * A fact *is* its id, so one already held is left as it is. Gives the ids that were new.
	 */
	take(facts: readonly StoredFact[]): Promise<FactId[]>;
	/** Facts of a journal after `seq`, ascending, at most `limit`. */
	afterSeq(journal: JournalId, seq: number, limit: number): Promise<StoredFact[]>;
	/** All facts that touch an application, in no particular order. */
	ofApplication(number: string): Promise<StoredFact[]>;
	/** The facts held among `ids`, in no particular order. */
	byIds(ids: readonly FactId[]): Promise<StoredFact[]>;
}
