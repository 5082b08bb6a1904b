import { type FactId, type JournalId } from '../domain/fact/ids';
import { type StoredFact } from '../domain/fact/stored-fact';
import { type JournalHead } from '../domain/fact/write-fact';
import { type PaperKind } from '../domain/number/paper-number';
import { type Cursor, type Quarantined } from '../protocol/sync-messages';

/** A journal that this store wrote before its present one: a fork ended it. Its facts stay readable and are sent on request. */
export type SealedJournal = JournalHead & { heldIds: FactId[] };

/** The last serial given out per kind of paper, for each device number this store ever had: never reset. */
export type Serials = Record<number, Partial<Record<PaperKind, number>>>;

/** After a restore of the server: what it says to hold per journal, and how far this store has sent the rest. */
export type Resend = {
	wants: Record<string, number>;
	/** Journals still to be looked through, and the seq after which to go on in the first of them. */
	journals: JournalId[];
	afterSeq: number;
};

/** What is known of the server. Lost answers only make it older, never wrong. */
export type SyncState = {
	epoch: string | null;
	ackedSeq: number;
	ackedHash: string;
	cursor: Cursor | null;
	resend: Resend | null;
	/** Local wall clock at the last answer, and server time minus local then. */
	lastAnswer: { at: number; offsetMs: number } | null;
	/** Facts of this store that the server could not read or authenticate; a person looks at them. */
	quarantined: Quarantined[];
};

/** The single values of a device's store, each under its own key. */
export type DeviceMeta = {
	head: JournalHead;
	sealed: SealedJournal[];
	/** Given by the server, never twice. Null: none yet, so no intake. */
	deviceNumber: number | null;
	serials: Serials;
	sync: SyncState;
	/** `clockChecked` facts: every fold needs them, so they lie together. */
	clockChecks: StoredFact[];
};

export const emptySyncState: SyncState = {
	epoch: null,
	ackedSeq: 0,
	ackedHash: '',
	cursor: null,
	resend: null,
	lastAnswer: null,
	quarantined: []
};
