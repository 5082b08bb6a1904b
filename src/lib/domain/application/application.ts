import { type Applicant, type Letter } from '../fact/application-facts.ts';
import { type BodyOf, type Fact, type FactType } from '../fact/fact.ts';
import { type FactId, type Instant, type JournalId, type OrgId, type Role, type StaffId } from '../fact/ids.ts';
import { type RouteStep } from '../regulation/route.ts';
import { type Flag } from '../verdict/flags.ts';

/** Which of an application's two papers: the packet goes to the body and stays, the result is made there and goes back. */
export type PaperKind = 'packet' | 'result';
export type DecisionKind = 'notice' | 'refusal';

type RegulationRef = BodyOf<'accepted'>['regulation'];

/** Shifts the legal time of one journal's facts `from`…`to`: the clock was found wrong afterwards (`clockChecked`). */
export type ClockCorrection = { journal: JournalId; from: number; to: number; offsetMs: number };

/** Inputs of the fold besides facts: the law, and corrections of wrong clocks. */
export type FoldContext = {
	routeOf: (
		regulation: RegulationRef,
		entry: 'center' | 'body',
		outcome: DecisionKind
	) => readonly RouteStep[] | undefined;
	corrections?: readonly ClockCorrection[];
};

/** A fact in the story of one application. */
export type Happening = {
	fact: Fact;
	/** Legal time: when it happened, on the server's clock as far as known. */
	at: Instant;
	/** Null while it counts; otherwise why and by which fact it no longer does. */
	dead: null | { why: 'annulled' | 'replaced' | 'sentBack' | 'stranger' | 'flagged'; by: FactId };
	/** What the server flagged it for; null where nothing stands against it. It may count all the same. */
	flag: Flag | null;
};

/** Who has a paper. Exactly one at any time; `unknown` is a value too, and a task. */
export type Holder =
	| { kind: 'window'; org: OrgId; window: string }
	| { kind: 'collection'; org: OrgId }
	| { kind: 'transit'; register: string; from: OrgId; to: OrgId }
	| { kind: 'chancery'; org: OrgId }
	| { kind: 'head'; org: OrgId }
	| { kind: 'executor'; org: OrgId; staff: StaffId }
	| { kind: 'archive'; org: OrgId }
	| { kind: 'applicant' }
	| { kind: 'unknown'; why: 'missing' | 'lost' | 'neverSeen'; since: FactId | null };

export type HandOver = {
	paper: PaperKind;
	fact: FactId;
	type: FactType;
	at: Instant;
	by: StaffId;
	org: OrgId;
	to: Holder;
};
export type Custody = { holder: Holder; since: Instant; trail: readonly HandOver[] };

export type StepState = {
	step: RouteStep;
	/** `jumped`: a physical step without a record although a later one happened. */
	state: 'done' | 'jumped' | 'here' | 'ahead';
	done: null | { fact: FactId; at: Instant; actor: StaffId; role: Role };
	/** When its limit began to run; null before that, or where the limit is a rate per day. */
	startedAt: Instant | null;
};

export type Decision = {
	kind: DecisionKind;
	draft: FactId;
	signed: FactId | null;
	recorded: FactId | null;
	ledgerNumber: string | null;
	/** When it was entered in the ledger. */
	recordedAt: Instant | null;
	draftedBy: StaffId;
	/** Who signed the paper, and whether as a deputy (м.а. · и.о.). */
	signedBy: Hand | null;
	/** The paper's text; null where the decision was made on paper, or the personal part is missing. */
	letter: Letter | null;
};

/** A draft besides the one that counts; `isFirm`: based on the current assignment, not on a replaced one. */
export type RivalDraft = {
	draft: FactId;
	kind: DecisionKind;
	by: StaffId;
	at: Instant;
	letter: Letter | null;
	isFirm: boolean;
};

/** A signature on a paper. */
export type Hand = { staff: StaffId; acting: boolean; at: Instant };

/** The head's current resolution. */
export type Assignment = {
	fact: FactId;
	executor: StaffId;
	by: Hand;
	remark: string | null;
	/** When the first one was made: the examination's limit starts there, whatever came later. */
	first: Instant;
};

export type AnomalyKind =
	| 'gap'
	| 'repeat'
	| 'collision'
	| 'wrongBody'
	| 'numberOnly'
	| 'badClock'
	| 'noRight'
	| 'custodyBroken'
	| 'missing'
	| 'damaged'
	| 'twoDecisions'
	| 'noPredecessor'
	| 'annulledTooLate'
	| 'stranger';
export type Anomaly = {
	kind: AnomalyKind;
	facts: readonly FactId[];
	/** Role that settles it. */
	settledBy: Role;
	/**
	 * The server flagged its one fact: a head says whether it counts. `counts`: whether it does meanwhile. Null where the discrepancy
	 * follows from the facts themselves.
	 */
	flag: null | { reasons: Flag['reasons']; counts: boolean };
	/** How and by whom it was settled; null while it is open. A later fact reopens it. */
	settled: null | {
		fact: FactId;
		at: Instant;
		by: StaffId;
		way: SettledWay;
		text: string | null;
	};
};

/** In words and what was found; of what was flagged, whether it counts. */
type SettledWay = BodyOf<'discrepancySettled'>['way'] | 'confirmed' | 'leftOut';

export type Acceptance = {
	fact: FactId;
	at: Instant;
	actor: StaffId;
	org: OrgId;
	window: string | null;
	body: BodyOf<'accepted'>;
	/** Null where the personal part is missing: purged, or never sent to this store. */
	applicant: Applicant | null;
};

export type AttachedDocument = { name: string | null; form: 'original' | 'copy'; sheets: number; addedBy: FactId };

export type ApplicationState = 'numberOnly' | 'open' | 'withdrawn' | 'annulled' | 'handedOut';

/** An application folded from its facts. Never stored as truth: the same facts give the same value everywhere. */
export type Application = {
	number: string;
	state: ApplicationState;
	acceptance: Acceptance | null;
	/** The other acceptances of a collision, which wait for a new number. */
	rivals: readonly Acceptance[];
	/** New number of the only acceptance; null while an acceptance has this number. */
	renumberedTo: string | null;
	steps: readonly StepState[];
	/** Index into `steps` of the first one not done; `steps.length` when all are. */
	position: number;
	documents: readonly AttachedDocument[];
	assignment: Assignment | null;
	decision: Decision | null;
	/** Drafts besides that of the decision: the head chooses. */
	rivalDrafts: readonly RivalDraft[];
	packet: Custody;
	result: Custody | null;
	/** Body that decides now: of the acceptance, or of the latest redirection. */
	body: OrgId | null;
	receiptCopies: number;
	anomalies: readonly Anomaly[];
	story: readonly Happening[];
};
