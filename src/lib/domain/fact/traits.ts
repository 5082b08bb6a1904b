import { type StepFact } from '../regulation/vocabulary.ts';
import { type Fact, type FactOf, type FactType } from './fact.ts';
import { type Role } from './ids.ts';
import { isAboutRight } from './verdict-facts.ts';

/**
 * Groups of facts found by type and folded as a whole: the law, who acts for whom, the tray, the closings of days and shifts, the
 * registry of people, offices and devices.
 */
type Feed = 'law' | 'staffing' | 'tray' | 'closing' | 'registry';

type Annulment = {
	/** Who may annul a fact of this type. */
	by: readonly Role[];
	/** Later facts of the same application that end the possibility. */
	until: readonly FactType[];
};

/** Properties of a type of fact besides its form and where it moves a paper (`moves.ts`). */
type Traits = {
	/** A list: which of the two papers is in its rows. */
	row?: 'packet' | 'result';
	/** A list that compares rows with another one: a row that was not found completes nothing. */
	checks?: true;
	/** The step of the route that it completes. */
	step?: StepFact;
	/**
	 * Position along the route of the papers: breaks ties between facts that do not name each other and whose clocks may be wrong.
	 */
	rank?: number;
	/** Its step is done once for one cause; a second live fact of that step with the same cause is a repeat. */
	once?: true;
	/** In the body's part of the route, which begins again after a redirection. */
	atBody?: true;
	/** A decision counts only on a live fact of one of these types. */
	needs?: readonly FactType[];
	/**
	 * Missing: never annulled. The seed has no annulment; this is our reading (A7), strict in favour of those who relied on the
	 * fact.
	 */
	annul?: Annulment;
	/** The result is with the applicant: nothing can be annulled any more. */
	ends?: true;
	/**
	 * It counts because its author had the right, not because it happened: flagged by the server, it waits for a head. All else happened
	 * whoever did it, counts, and is shown.
	 */
	byRight?: true;
	feeds?: Feed;
};

const INTAKE = ['centerInspector', 'centerHead', 'chancery'] as const;
const COLLECTION = ['accumulationInspector', 'centerHead'] as const;
const OFFICE = ['chancery', 'head'] as const;

/** One row per type of fact: a new type must be described here for all readers of facts. */
const TRAITS = {
	accepted: {
		step: 'accepted',
		rank: 0,
		annul: { by: INTAKE, until: ['dispatched', 'arrived', 'registered', 'assigned'] }
	},
	amended: { annul: { by: INTAKE, until: ['dispatched', 'registered'] } },
	withdrawn: { annul: { by: INTAKE, until: ['documentsReturned'] } },
	documentsReturned: { annul: { by: INTAKE, until: [] } },
	collected: {
		row: 'packet',
		step: 'collected',
		rank: 1,
		once: true,
		annul: { by: COLLECTION, until: ['dispatched', 'arrived', 'registered'] }
	},
	dispatched: {
		row: 'packet',
		step: 'dispatched',
		rank: 2,
		once: true,
		annul: { by: COLLECTION, until: ['arrived', 'registered'] }
	},
	arrived: {
		row: 'packet',
		checks: true,
		step: 'arrived',
		rank: 3,
		once: true,
		atBody: true,
		annul: { by: OFFICE, until: ['registered'] }
	},
	registered: {
		step: 'registered',
		rank: 4,
		once: true,
		atBody: true,
		annul: { by: OFFICE, until: ['assigned'] }
	},
	assigned: {
		step: 'assigned',
		byRight: true,
		rank: 5,
		once: true,
		atBody: true,
		needs: ['registered', 'accepted'],
		annul: { by: ['head'], until: ['drafted'] }
	},
	examined: { atBody: true },
	drafted: {
		step: 'drafted',
		byRight: true,
		rank: 6,
		atBody: true,
		needs: ['assigned'],
		annul: { by: ['executor', 'chancery', 'head'], until: ['signed'] }
	},
	sentBack: { rank: 6, atBody: true, byRight: true },
	signed: {
		step: 'signed',
		byRight: true,
		rank: 7,
		once: true,
		atBody: true,
		needs: ['drafted'],
		annul: { by: ['head', 'chancery'], until: ['recorded'] }
	},
	recorded: {
		step: 'recorded',
		byRight: true,
		rank: 8,
		once: true,
		atBody: true,
		needs: ['signed'],
		annul: { by: ['chancery', 'executor', 'head'], until: ['returned', 'resultsArrived'] }
	},
	returned: {
		row: 'result',
		step: 'returned',
		rank: 9,
		once: true,
		annul: { by: OFFICE, until: ['resultsArrived'] }
	},
	resultsArrived: {
		row: 'result',
		checks: true,
		step: 'resultsArrived',
		rank: 10,
		once: true,
		annul: { by: COLLECTION, until: [] }
	},
	applicantCalled: {},
	handedOut: { step: 'handedOut', rank: 11, once: true, ends: true },
	handedOutWithoutReceipt: { step: 'handedOut', rank: 11, once: true, ends: true },
	unclaimed: {},
	redirected: { byRight: true },
	lost: { annul: { by: ['centerHead', 'head', 'accumulationInspector', 'chancery'], until: [] } },
	reconstructed: {},
	labelled: {},
	receiptSpoiled: {},
	printed: {},
	annulled: { byRight: true },
	renumbered: {},
	recoveredFromPaper: {},
	dayClosed: { feeds: 'closing', byRight: true },
	shiftHandedOver: { feeds: 'closing', byRight: true },
	discrepancySettled: { feeds: 'tray', byRight: true },
	setAside: { feeds: 'tray' },
	cameIncomplete: {},
	slotMissed: {},
	unlocked: {},
	locked: {},
	vouched: {},
	calendarChanged: { feeds: 'law', byRight: true },
	regulationImported: { feeds: 'law', byRight: true },
	clockChecked: { feeds: 'law', byRight: true },
	actingAppointed: { feeds: 'staffing', byRight: true },
	absenceNoted: { feeds: 'staffing', byRight: true },
	areaGiven: { feeds: 'staffing', byRight: true },
	staffingRevoked: { feeds: 'staffing', byRight: true },
	orgOpened: { feeds: 'registry' },
	personEntered: { feeds: 'registry' },
	personLeft: { feeds: 'registry' },
	secretRotated: { feeds: 'registry' },
	importAgreed: { feeds: 'registry' },
	roleGiven: { feeds: 'registry' },
	roleEnded: { feeds: 'registry' },
	credentialsReset: { feeds: 'registry' },
	badgeIssued: { feeds: 'registry' },
	badgeVoided: { feeds: 'registry' },
	personKeySet: { feeds: 'registry' },
	windowSet: { feeds: 'registry' },
	// Of the registry too; due times depend on them.
	hoursSet: { feeds: 'law' },
	roundsSet: { feeds: 'law' },
	transitExpected: { feeds: 'registry' },
	deviceEnrolled: { feeds: 'registry' },
	deviceKeySet: { feeds: 'registry' },
	deviceMoved: { feeds: 'registry' },
	deviceRevoked: { feeds: 'registry' },
	// Each belongs to the group of the fact that it is about (`feedOf`).
	flagged: {},
	flagWithdrawn: {},
	flagSettled: { byRight: true }
} as const satisfies Record<FactType, Traits>;

type Table = typeof TRAITS;
type TypeWith<Trait> = { [T in FactType]: Table[T] extends Trait ? T : never }[FactType];

/** Facts on a register: one for a whole batch. */
export type ListType = TypeWith<{ row: string }>;
type ListFact = FactOf<ListType>;
/** Facts that hand the result to the applicant. */
export type EndingType = TypeWith<{ ends: true }>;
export type FeedType<F extends Feed> = TypeWith<{ feeds: F }>;

const byType: Readonly<Record<FactType, Traits>> = TRAITS;

/** The traits of a type. Not for unknown types of a newer program: callers have known facts. */
export const traitsOf = (type: FactType): Traits => byType[type];

export const isListFact = (fact: Fact): fact is Extract<Fact, ListFact> => byType[fact.type].row !== undefined;

export const isEnding = <F extends { type: FactType }>(fact: F): fact is F & { type: EndingType } =>
	byType[fact.type].ends === true;

/** Whether a fact of this type, of whatever program, counts by its author's right. */
export const countsByRight = (type: string): boolean =>
	Object.hasOwn(byType, type) && byType[type as FactType].byRight === true;

/** The types of a feed, and those of verdicts, which may be about a fact of it: they are rare. */
export const typesThatFeed = (feed: Feed): FactType[] =>
	(Object.keys(TRAITS) as FactType[]).filter((type) => byType[type].feeds === feed || isAboutRight(type));

/** Whether a fact, of whatever program, belongs to a feed: itself, or by being about one that does. */
export function feeds({ type, body }: { type: string; body: Readonly<Record<string, unknown>> }, feed: Feed): boolean {
	const about = isAboutRight(type) ? body['what'] : type;
	return typeof about === 'string' && Object.hasOwn(byType, about) && byType[about as FactType].feeds === feed;
}

/** The same of a fact that a store keeps; its text is read only where its type alone does not tell. */
export const storedFeeds = ({ type, text }: { type: string; text: string }, feed: Feed): boolean =>
	feeds({ type, body: isAboutRight(type) ? (JSON.parse(text) as { body: Record<string, unknown> }).body : {} }, feed);
