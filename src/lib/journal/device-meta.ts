import { type Instant } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead } from '#lib/domain/fact/write-fact.ts';
import { type NumberKind } from '#lib/domain/number/paper-number.ts';
import { type ContextResponse } from '#lib/protocol/context-messages.ts';
import { type Place } from '#lib/protocol/device-messages.ts';
import { type Cursor, type Quarantined } from '#lib/protocol/sync-messages.ts';

/** The last serial given out per kind of paper, for each device number this store ever had: never reset. */
export type Serials = Record<number, Partial<Record<NumberKind, number>>>;

/**
 * After a restore of the server: what it says to hold per journal, and up to where this store has sent it others' facts. First the
 * acceptances that it lacks, because they name the parties by whom all else is believed; then all that it lacks for sure; then the
 * rest, because a journal that forked may hold another fact at the same place, which no seq can tell.
 */
export type Resend = {
	wants: Record<string, number>;
	pass: 'naming' | 'lacking' | 'rest';
	after: { journal: string; seq: number };
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
	/** How many they are, where the list is not whole. */
	quarantinedCount?: number | undefined;
};

/** What the server gave this device at its first sign-in: the token that authenticates its sync, and where it stands. */
export type Enrolment = { token: string; place: Place };

/**
 * Where the journal stands. `latestAt`: the latest time that this store wrote by its own wall clock, in this journal or one it sealed;
 * it lies here so that it costs no write of its own. Null before the first fact; missing in a store of an earlier version until
 * somebody asks.
 */
export type KeptHead = JournalHead & { latestAt?: Instant | null };

/** `turn` grows with every change of the law, so that a refold knows when it was overtaken; no keys: nothing is left to do. */
export type LawRefold = { keys: string[]; after: string; turn: number };

/** The single values of a device's store, each under its own key. */
export type DeviceMeta = {
	enrolment: Enrolment;
	/** Own org, colleagues and counterparts as the server last told: what the device must know offline. */
	context: ContextResponse;
	head: KeptHead;
	/** Journals that this store wrote before its present one: a fork ended each. Their facts stay, and are sent on request. */
	sealed: JournalHead[];
	/** Given by the server, never twice. Null: none yet, so no intake. */
	deviceNumber: number | null;
	serials: Serials;
	sync: SyncState;
	/** Somebody else's fact came in under this store's own journal: a copy of the store wrote it. The journal is to be sealed. */
	intruded: boolean;
	/** Facts of orgs that bear on the fold (traits: `feeds: 'law'`): every fold needs them, so they lie together. */
	lawFacts: StoredFact[];
	/** Where an earlier version kept the only ones that it knew. Read while there is nothing under the key above. */
	clockChecks: StoredFact[];
	/** Rows with one of these keys are to be folded again under a changed law; up to the number `after` they are. */
	lawRefold: LawRefold;
	/** Applications whose rows are older than their facts: they came in a long pull and are folded after it. Ascending. */
	lagging: string[];
	/** Which projector made the rows; while they are being rebuilt, the number up to which they are whole again. */
	projection: { version: string; rebuiltThrough: string | null };
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
