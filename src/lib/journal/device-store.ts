import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { type PersonalPart, type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type SignedHead } from '#lib/protocol/sync-messages.ts';
import { type DeviceMeta } from './device-meta.ts';

/**
 * A folded application as the store keeps it: a disposable projection. `place` is the counter's key (step × holder), `keys` what it
 * is found by (IIN, folded names, numbers); a projector's row may carry more.
 */
export type ApplicationRow = { number: string; keys: string[]; acceptedAt: number; place: string };
export type StoredRegister = { number: string };

/** Unfinished input that must survive reload and crash. `value` belongs to the screen that wrote it. */
export type Draft = { id: string; kind: string; updatedAt: number; value: unknown };

/** What was received and could not be stored as a fact: nothing is lost. `hash` is that of the text. */
export type Aside = { hash: string; text: string; personal: PersonalPart | null; reason: string; at: number };

/** The highest signed place of a journal that the server told, and in which of its epochs. */
export type KnownHead = SignedHead & { epoch: string };

/** A query on one index of the application rows, ordered by that index. */
export type RowQuery = {
	index: string;
	equals?: string | number;
	startsWith?: string;
	from?: number | string;
	to?: number | string;
	reverse?: boolean;
	limit: number;
	offset?: number;
};

export interface DeviceReader<A extends ApplicationRow, R extends StoredRegister> {
	meta<K extends keyof DeviceMeta>(key: K): Promise<DeviceMeta[K] | undefined>;
	/** Which of these ids are stored. Never reads the facts themselves. */
	heldIds(ids: readonly FactId[]): Promise<Set<FactId>>;
	byIds(ids: readonly FactId[]): Promise<StoredFact[]>;
	/** Facts of a journal after `seq`, ascending. */
	afterSeq(journal: JournalId, seq: number, limit: number): Promise<StoredFact[]>;
	/** As `afterSeq`, but only facts that were written here: a copy of this store may have written the same places. `Infinity`: all. */
	ownAfterSeq(journal: JournalId, seq: number, limit: number): Promise<StoredFact[]>;
	/** Per number, all facts that touch it, personal parts included. Numbers without facts have an empty list. */
	ofApplications(numbers: readonly string[]): Promise<Map<string, StoredFact[]>>;
	ofRegisters(numbers: readonly string[]): Promise<Map<string, StoredFact[]>>;
	/** All facts of these types: only for rare types, such as those of a tray. */
	ofTypes(types: readonly string[]): Promise<StoredFact[]>;
	/** Every journal with a stored fact. */
	journals(): Promise<JournalId[]>;
	/** Every number that a fact touches, ascending. */
	applicationNumbers(): Promise<string[]>;
	registerNumbers(): Promise<string[]>;
	applications(numbers: readonly string[]): Promise<A[]>;
	registers(numbers: readonly string[]): Promise<R[]>;
	queryApplications(query: RowQuery): Promise<A[]>;
	/** Numbers of the rows that have exactly this key; the rows themselves are not read. */
	numbersWithKey(key: string): Promise<string[]>;
	queryRegisters(query: RowQuery): Promise<R[]>;
	counters(): Promise<Map<string, number>>;
	countFacts(): Promise<number>;
	drafts(kind?: string): Promise<Draft[]>;
	draft(id: string): Promise<Draft | undefined>;
	asides(): Promise<Aside[]>;
	/** What is known to be signed of these journals. */
	signedHeads(journals: readonly JournalId[]): Promise<KnownHead[]>;
}

export interface DeviceWriter<A extends ApplicationRow, R extends StoredRegister> extends DeviceReader<A, R> {
	setMeta<K extends keyof DeviceMeta>(key: K, value: DeviceMeta[K]): Promise<void>;
	/**
	 * Adds facts whose ids are not stored. `own`: written here, then the seq in the journal must be free.
	 * @throws an error named ConstraintError where an id or an own seq is taken
	 */
	addFacts(facts: readonly StoredFact[], own: boolean): Promise<void>;
	/** Moves stored facts to another journal: same id, new text. The old text is set aside, nothing is lost. */
	rehomeFacts(facts: readonly StoredFact[], at: number): Promise<void>;
	/** Adds missing personal parts, and returns the facts that gained one. */
	addPersonal(facts: readonly StoredFact[]): Promise<StoredFact[]>;
	putAsides(asides: readonly Aside[]): Promise<void>;
	putSignedHeads(heads: readonly KnownHead[]): Promise<void>;
	putApplications(rows: readonly A[]): Promise<void>;
	putRegisters(rows: readonly R[]): Promise<void>;
	/** Adds differences to counters; one that reaches zero is deleted. */
	addToCounters(differences: ReadonlyMap<string, number>): Promise<void>;
	/** Deletes all projections: rows and counters, never facts. */
	clearProjections(): Promise<void>;
	putDraft(draft: Draft): Promise<void>;
	removeDraft(id: string): Promise<void>;
}

/**
 * The store of a device. A `write` is one transaction that is on the disk when its promise is fulfilled, or did nothing.
 * Inside the callback only the given reader or writer may be awaited: an IndexedDB transaction ends as soon as it waits for
 * anything else.
 */
export interface DeviceStore<A extends ApplicationRow, R extends StoredRegister> {
	read<T>(work: (reader: DeviceReader<A, R>) => Promise<T>): Promise<T>;
	write<T>(work: (writer: DeviceWriter<A, R>) => Promise<T>): Promise<T>;
	close(): void;
}
