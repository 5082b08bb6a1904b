import { type Instant, type JournalId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead } from '#lib/domain/fact/write-fact.ts';
import { type NumberKind } from '#lib/domain/number/paper-number.ts';
import { type ContextResponse } from '#lib/protocol/context-messages.ts';
import { type DeviceKey } from '#lib/protocol/device-key.ts';
import { type Place } from '#lib/protocol/device-messages.ts';
import { type Cursor, type Quarantined, type Withheld } from '#lib/protocol/sync-messages.ts';

/** The last serial given out per kind of paper, for each device number this store ever had: never reset. */
export type Serials = Record<number, Partial<Record<NumberKind, number>>>;

/**
 * After a restore of the server: what it reports to hold per journal, and up to where this store has sent it others' facts. First
 * the missing acceptances, because they name the parties, without whom nothing else is trusted; then all that is surely missing;
 * then the rest, because a forked journal may hold another fact at the same seq, which no seq shows.
 */
export type Resend = {
	wants: Record<string, number>;
	pass: 'naming' | 'lacking' | 'rest';
	after: { journal: string; seq: number };
};

/** The known state of the server. Lost answers only make it older, never wrong. */
export type SyncState = {
	epoch: string | null;
	ackedSeq: number;
	ackedHash: string;
	/** The acknowledged place was lowered by a server that holds less, and whether it holds the same there was not compared yet. */
	lowered?: true;
	cursor: Cursor | null;
	resend: Resend | null;
	/** Local wall clock at the last answer, and server time minus local then. */
	lastAnswer: { at: number; offsetMs: number } | null;
	/** Facts of this store that the server could not read or authenticate; a person looks at them. */
	quarantined: Quarantined[];
	/** Their number, where the list is not complete. */
	quarantinedCount?: number | undefined;
	/** The administrator disconnected this device: what waits is still sent, nothing is read, and nobody works here. */
	revoked?: true;
	/** Why the server told nothing in its last answer. */
	withheld?: Withheld;
	/** Not all that is acknowledged lies under a place that this device signed: the next request signs the acknowledged one. */
	unproven?: true;
};

/** What the server gave this device at its first sign-in: the token that authenticates its sync, and its workplace. */
export type Enrolment = { token: string; place: Place };

/** `common`: up to where the server held the same; absent in a store of an earlier version. */
export type SealedHead = JournalHead & { common?: { seq: number; hash: string } };

/** What opens reading for a quarter of an hour. `turn` orders the tickets of an epoch. */
export type KeptTicket = { value: string; turn: number; epoch: string };

/**
 * Head of the journal. `latestAt`: the latest time written by this store's own wall clock, in this journal or one it sealed; stored
 * here so that it costs no write of its own. Null before the first fact; missing in a store of an earlier version until it is first
 * read.
 */
export type KeptHead = JournalHead & { latestAt?: Instant | null };

/** `turn` grows with every change of the law, so that a refold detects newer law facts; no keys: nothing is left to do. */
export type LawRefold = { keys: string[]; after: string; turn: number };

/** A place at which the server told another history than before; `at`: by the clock of this device. */
export type Contradiction = { journal: JournalId; seq: number; at: Instant };

/** The single values of a device's store, each under its own key. */
export type DeviceMeta = {
	enrolment: Enrolment;
	/** Made here; the private half cannot be read by scripts. It outlives forks of the journal. */
	key: DeviceKey;
	ticket: KeptTicket;
	/** Own org, colleagues and counterparts as last reported by the server: needed offline. */
	context: ContextResponse;
	head: KeptHead;
	/** Earlier journals of this store, each sealed after a fork. Their facts stay, and are sent on request. */
	sealed: SealedHead[];
	/** Given by the server, never twice. Null: none yet, so no intake. */
	deviceNumber: number | null;
	serials: Serials;
	sync: SyncState;
	/** Where the server told another history than before, the first place of each journal. */
	contradicted: Contradiction[];
	/** A foreign fact was received under this store's own journal: a copy of the store wrote it. The journal must be sealed. */
	intruded: boolean;
	/** Facts of orgs that feed the fold (traits: `feeds: 'law'`): every fold needs them, so they are stored together. */
	lawFacts: StoredFact[];
	/** The law facts of an earlier version, which knew only these. Read while the key above is missing. */
	clockChecks: StoredFact[];
	/** Rows with one of these keys must be folded again under a changed law; those up to the number `after` have been. */
	lawRefold: LawRefold;
	/** Applications whose rows are older than their facts: received in a long pull, folded after it. Ascending. */
	lagging: string[];
	/** Version of the projector of the rows; during a rebuild, the number up to which they are done. */
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
