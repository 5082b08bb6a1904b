import { type FactId, type Instant, type JournalId, type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type FlagReason } from '#lib/domain/fact/verdict-facts.ts';
import { type PersonalPart, type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type RegisteredDevice, type RegisteredOrg, type RegisteredPerson } from '#lib/domain/registry/registry.ts';
import { type Edge } from '#lib/domain/registry/sessions.ts';
import { type SignedPlace } from '#lib/protocol/sync-messages.ts';
import { type SessionType } from './session-rows.ts';
import { type ReportReads, type RunningRow } from './report-store.ts';

/** What the server knows of one journal. */
export type JournalState = {
	journal: JournalId;
	/** The device that last pushed it as its own; null while only others relayed its facts. */
	device: string | null;
	/** The org it was first seen with: facts of that org stay authentic when the device moves. */
	org: OrgId;
	/** Highest contiguous seq held, and the hash of that entry; 0 and '' before the first. Contiguous: each is linked to the one before. */
	held: number;
	heldHash: string;
	/** Highest seq held at all: above `held` where others relayed what lies beyond a gap, or on another branch. */
	highest: number;
	/** The highest place that its device's key signed: all facts up to there are proven to be its device's. Null: none is. */
	signed: SignedPlace | null;
};

/**
 * One place in a journal: the head came to it along checked links, quarantined texts included, so one bad fact never blocks the rest.
 * `text` is null where the fact of this id was first stored from here: then the text is the fact's own.
 */
export type JournalEntry = {
	journal: JournalId;
	seq: number;
	hash: string;
	factId: FactId | null;
	text: string | null;
	/** The text is held without the place: what is before it is missing, or another text. */
	stray?: boolean;
};

/** A text without a place. It takes the one after its `prev` when the head comes there, unless another one was there first. */
export type Stray = Omit<JournalEntry, 'text' | 'stray'> & {
	prev: string;
	/** The text is a fact's own. */
	isHome: boolean;
};

/** A fact as the server keeps it: beside the stored fact, who handed it in and when. */
export type KeptFact = StoredFact & {
	device: string;
	receivedAt: number;
	/** It has no place in its journal's chain: another text holds that, or the head has not come there. */
	stray?: boolean;
	/** It declares a personal part that never arrived; a later arrival may bring it. */
	lacksPersonal: boolean;
};

export type KnownFact = Pick<KeptFact, 'hash' | 'lacksPersonal'>;

/** An org's part in an application. All fields only grow (or, max), so the order of arrival does not matter. */
export type Party = {
	application: string;
	org: OrgId;
	/** Named as the Center of the application: it stays party whatever is redirected. */
	center: boolean;
	/** Addressed as the body: 0 by the acceptance, else the time of the redirection; null if never. */
	bodyAt: number | null;
	/** When it redirected the application to another body; null if never. */
	leftAt: number | null;
};

export type StreamHead = { org: OrgId; position: number; hash: string };
/** `hash` chains over the ids: SHA-256(previous hash + fact id). */
export type StreamEntry = StreamHead & { factId: FactId };

export type QuarantineState = 'open' | 'released' | 'rejected';
/** `after`: hashes beyond this one, in their order, `limit` of them; without a limit all. */
type QuarantineFilter = {
	hashes?: readonly string[];
	state?: QuarantineState;
	after?: string;
	limit?: number;
};
export type OpenQuarantine = {
	count: number;
	/** How many of them are kept with their texts, and the characters of these. */
	kept: number;
	weight: number;
	/** The first place of which the text was too much to be kept; null where none was. */
	unkept: number | null;
	first: Pick<QuarantineItem, 'hash' | 'journal' | 'seq' | 'cause'>[];
};
export type QuarantineItem = {
	/** SHA-256 of the text: the same text is quarantined once. */
	hash: string;
	journal: JournalId;
	seq: number;
	/** Empty where the journal has too much in quarantine already: the text stays on its device until there is room. */
	text: string;
	personal: PersonalPart | null;
	cause: string;
	state: QuarantineState;
	device: string;
	/** When it was quarantined, and when released or rejected. */
	at: number;
	endedAt: number | null;
};

/** A row of the projection for search; `summary` is JSON, `keys` are folded (lower case, our own rules) words and digits. */
export type ApplicationRow = { number: string; summary: string; keys: string[] };
/** With what reports count by; without it a row is found by its keys only. */
export type ProjectedRow = ApplicationRow & { acceptedAt?: Instant; running?: readonly RunningRow[] };
export type Projector = (number: string, facts: StoredFact[], law: Law) => ProjectedRow;

/** Which applications are to be folded again under a changed law; up to the number `after` they are. */
export type LawRefold = { keys: readonly RowKey[]; ranges: readonly SeqRange[]; after: string };
/** Rows of the projection with exactly this key; where `org` is given, of its applications only. */
type RowKey = { key: string; org?: OrgId };

/** Entries of the registry that changed. */
export type Registered = {
	orgs: readonly RegisteredOrg[];
	people: readonly RegisteredPerson[];
	devices: readonly RegisteredDevice[];
	/** Secrets that open nothing any more. */
	resets: readonly { staff: StaffId; what: 'password' | 'pin' | 'badge' }[];
};

/**
 * The server's last word about a fact and a reason; `actor` is null where the fact is not known here. `heard`: the word is of a server
 * before a restore, and this one has not said its own.
 */
export type FlagRow = {
	fact: FactId;
	reason: FlagReason;
	actor: StaffId | null;
	nth: number;
	stands: boolean;
	heard: boolean;
};
/** Which facts, whose, and of which journals, are to be judged again; up to the number of arrival `after` they are. */
export type Judging = {
	facts: readonly FactId[];
	actors: readonly StaffId[];
	journals: readonly JournalId[];
	after: number;
};

/** A text of a fact that has its place in a chain; `own` is the text by which the fact is known. */
export type PlacedText = { id: FactId; journal: JournalId; seq: number; text: string; own: string };

export type Arrived = { nr: number; applications: string[] };

export type SeqRange = { journal: JournalId; from: number; to: number };
export type PageOptions = {
	org: OrgId;
	after: number;
	/** Highest position to read, from the head that was read before: the page is then consistent without a lock. */
	through: number;
	limit: number;
	/** Facts that the reader proved to hold: of its own journal, up to this seq. */
	except?: { journal: JournalId; throughSeq: number } | undefined;
};

export interface JournalReads extends ReportReads {
	journals(ids: readonly JournalId[]): Promise<Map<JournalId, JournalState>>;
	/** Highest contiguous seq of every journal; where `org` is given, of its journals only. */
	heldSeqs(org?: OrgId): Promise<Record<string, number>>;
	/** Places that are held within the ranges (ends included), without their texts. */
	entries(ranges: readonly SeqRange[]): Promise<Omit<JournalEntry, 'text' | 'stray'>[]>;
	/** Readable texts without a place that would be within the ranges. */
	strays(ranges: readonly SeqRange[]): Promise<Stray[]>;
	/** The exact text at each held place of a journal, ascending. */
	texts(journal: JournalId): Promise<{ seq: number; hash: string; text: string }[]>;
	/** Ids of all facts held from this journal after `seq`. */
	heldIds(journal: JournalId, seq: number): Promise<FactId[]>;
	/** Which of these facts are held, the hash of each one's own text, and whether it still lacks its personal part. */
	knownFacts(ids: readonly FactId[]): Promise<Map<FactId, KnownFact>>;
	parties(applications: readonly string[]): Promise<Party[]>;
	/** Whose devices have these numbers; those that no device has are left out. */
	deviceOrgs(numbers: readonly number[]): Promise<Map<number, OrgId>>;
	/** Facts per application in order of arrival. */
	factsOf(applications: readonly string[]): Promise<Map<string, StoredFact[]>>;
	streamHeads(orgs: readonly OrgId[]): Promise<Map<OrgId, StreamHead>>;
	streamHashAt(org: OrgId, position: number): Promise<string | undefined>;
	streamPage(options: PageOptions): Promise<(StreamHead & { fact: StoredFact })[]>;
	/** Which of these facts already stand in the org's stream. */
	delivered(org: OrgId, ids: readonly FactId[]): Promise<Set<FactId>>;
	quarantined(filter: QuarantineFilter): Promise<QuarantineItem[]>;
	/** Of each of these journals of which texts are open: how many, the weight of what is kept of them, and the first ones by place. */
	quarantines(journals: readonly JournalId[], most: number): Promise<Map<JournalId, OpenQuarantine>>;
	/** How many texts are open in all. */
	countQuarantined(): Promise<number>;
	/** Rows of the projection that the org is party to and of which a key begins with the folded text, newest number last. */
	findApplications(filter: { org?: OrgId; key?: string; limit: number }): Promise<ApplicationRow[]>;
	/** Numbers of applications after this one, ascending: to walk through all of them. */
	applicationsAfter(number: string, limit: number): Promise<string[]>;
	/** Facts that arrived after this one, in order of arrival: numbers of arrival, and what they touch. */
	arrivedAfter(nr: number, limit: number): Promise<Arrived[]>;
	/** The last fact, by number of arrival, that the projection has; 0 before the first. */
	projectedThrough(): Promise<number>;
	/** Facts of orgs that bear on every fold, with their numbers of arrival. */
	lawFacts(): Promise<{ nr: number; fact: StoredFact }[]>;
	/** Number of arrival of the last of them; 0 before the first. */
	lastLawFact(): Promise<number>;
	/** What an org has said of who stands in for whom (traits: `feeds: 'staffing'`), in order of arrival. */
	staffingFacts(org: OrgId): Promise<StoredFact[]>;
	/** What the server itself recorded of people, orgs and devices, in order of arrival. */
	registryFacts(): Promise<StoredFact[]>;
	countRegistryFacts(): Promise<number>;
	/** The journal that the server writes now; undefined before its first fact. */
	serverJournal(): Promise<JournalId | undefined>;
	/** Who came with these sessions, and when they locked. */
	sessionFacts(sessions: readonly FactId[]): Promise<StoredFact[]>;
	/** Who came to a device after a place and time, and before another one; of clocks and places either says so. */
	comingsTo(device: JournalId, after: Edge, before: Pick<Edge, 'seq' | 'at'>): Promise<StoredFact[]>;
	/** What somebody said of sessions, of one type, the earliest by its time first. */
	sessionFactsBy(person: StaffId, type: SessionType, page: { skip: number; limit: number }): Promise<StoredFact[]>;
	/** The last words about these facts, of those that were ever flagged. */
	flags(facts: readonly FactId[]): Promise<FlagRow[]>;
	/** Journals with texts of facts that are flagged as not proven. */
	unprovenJournals(): Promise<JournalId[]>;
	/** Facts that are flagged as not proven and have a place in this journal up to `seq`. */
	unprovenUpTo(journal: JournalId, seq: number): Promise<FactId[]>;
	/** Where these facts have a place: the text there, and the fact's own text. */
	placesOf(facts: readonly FactId[]): Promise<PlacedText[]>;
	/** Whose facts are flagged now. */
	flaggedActors(): Promise<StaffId[]>;
	/** Which facts of these people are flagged now for a reason. */
	flaggedOf(actors: readonly StaffId[], reason: FlagReason): Promise<FactId[]>;
	/** Facts that arrived after this one, in order of arrival, without their personal parts. */
	factsAfter(nr: number, limit: number): Promise<{ nr: number; fact: StoredFact }[]>;
	/** The last fact, by number of arrival, that is too old to be judged. */
	judgedFrom(): Promise<number>;
	/** The last fact, by number of arrival, that is older than the authority's right to bring in regulations. */
	importsJudgedFrom(): Promise<number>;
	/** What is to be judged again; null where nothing is. */
	judging(): Promise<Judging | null>;
	/** The refold that is under way; null where none is. */
	lawRefold(): Promise<LawRefold | null>;
	/** Numbers of rows with a key after a number, ascending. */
	numbersWithKey(key: RowKey, after: string, limit: number): Promise<string[]>;
	/** Numbers of applications after a number, ascending, that facts of this range touch. */
	numbersOfRange(range: SeqRange, after: string, limit: number): Promise<string[]>;
	/** Which version of the fold the rows of the projection were last all made with. */
	projectionVersion(): Promise<string | undefined>;
	/** Counts everything ever written; only grows. A file outside remembers it, so that a copied-back database is noticed. */
	mark(): Promise<number>;
	/** The fact that arrived last, null before the first; and which one has a number of arrival, for it never changes. */
	lastFact(): Promise<{ nr: number; id: FactId } | null>;
	factIdAt(nr: number): Promise<FactId | undefined>;
	/** The epoch written in the store itself; undefined in a new one. */
	epoch(): Promise<string | undefined>;
	/** Epochs of this store before that one, the earliest first. */
	earlierEpochs(): Promise<string[]>;
}

/** Everything inside one transaction. Bulk only: a group of requests is read once and written once. */
export interface JournalTransaction extends JournalReads {
	/** Grows when another process has written: what is kept in memory of the store was read before that. */
	readonly foreignWrites: number;
	/** Takes the lock under which positions are given: ascending org id, held until commit. */
	lockStreams(orgs: readonly OrgId[]): Promise<Map<OrgId, StreamHead>>;
	saveJournals(states: readonly JournalState[]): Promise<void>;
	/** After `addFacts`: an entry without a text is the place of a fact that is no `stray`. A stray that is held already stays as it is. */
	addEntries(entries: readonly JournalEntry[]): Promise<void>;
	/** The head has come to these strays along checked links. */
	placeStrays(strays: readonly Stray[]): Promise<void>;
	addFacts(facts: readonly KeptFact[]): Promise<void>;
	/** Brings a personal part that was missing. */
	addPersonal(parts: readonly { id: FactId; personal: PersonalPart }[]): Promise<void>;
	saveParties(rows: readonly Party[]): Promise<void>;
	removeParties(rows: readonly Pick<Party, 'application' | 'org'>[]): Promise<void>;
	appendToStreams(entries: readonly StreamEntry[], heads: readonly StreamHead[]): Promise<void>;
	saveApplications(rows: readonly ProjectedRow[]): Promise<void>;
	/** A text that is quarantined already stays as it is; but what a stranger sent first becomes that of its own device. */
	addQuarantined(items: readonly QuarantineItem[]): Promise<void>;
	/** Gives texts to those among these that were too much to be kept when they came. */
	fillQuarantined(items: readonly QuarantineItem[]): Promise<void>;
	endQuarantine(hashes: readonly string[], state: 'released' | 'rejected', at: number): Promise<void>;
	/** After `addFacts`: these are the server's own and count in the registry. */
	addRegistryFacts(ids: readonly FactId[]): Promise<void>;
	saveServerJournal(journal: JournalId): Promise<void>;
	/** Makes the rows of these people, orgs and devices as the registry now has them. Secrets in them stay. */
	saveRegistered(changed: Registered): Promise<void>;
	saveFlags(rows: readonly FlagRow[]): Promise<void>;
	saveJudging(judging: Judging | null): Promise<void>;
	/** The one of before becomes an earlier one. */
	saveEpoch(epoch: string): Promise<void>;
	saveProjectionVersion(version: string): Promise<void>;
	saveProjectedThrough(nr: number): Promise<void>;
	saveLawRefold(refold: LawRefold | null): Promise<void>;
}

/** The server's journal: one contract for memory, SQLite and PostgreSQL. */
export interface JournalStore extends JournalReads {
	/** Runs alone; what it wrote is durable when the promise resolves, and gone as a whole when it throws. */
	write<T>(work: (tx: JournalTransaction) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}
