import { type Application, type DecisionKind, type Hand } from '../application/application.ts';
import { type Instant, type StaffId } from '../fact/ids.ts';
import { isEnding } from '../fact/traits.ts';
import { fullName } from '../text/person-name.ts';
import { type BookLine } from './book.ts';

/** Outcome of a recorded result, and when; `at` is null while it waits. */
export type LineFate =
	| { kind: 'waiting'; at: null }
	| { kind: 'sentToCenter'; at: Instant }
	| { kind: 'handedOut'; at: Instant }
	| { kind: 'annulled'; at: Instant };

/** One line of a ledger, from the facts. */
export type LedgerLine = BookLine & {
	/** Null where the personal part is missing. */
	applicant: string | null;
	decision: DecisionKind;
	executor: StaffId | null;
	signedBy: Hand | null;
	fate: LineFate;
};

/** The entry that counts; null where the application is not in the ledger. */
export function ledgerLineOf(application: Application): LedgerLine | null {
	const { decision } = application;
	if (!decision || decision.recordedAt === null) return null;
	return {
		...personal(application),
		entry: decision.ledgerNumber,
		recordedAt: decision.recordedAt,
		decision: decision.kind,
		executor: decision.draftedBy,
		signedBy: decision.signedBy,
		fate: fateOf(application)
	};
}

/** Entries that were struck out: each keeps its line and its number, which is never reused. */
export function struckLinesOf(application: Application): LedgerLine[] {
	const { story, assignment } = application;
	return story.flatMap(({ fact, at, dead }): LedgerLine[] => {
		if (fact.type !== 'recorded' || dead?.why !== 'annulled') return [];
		const annulled = story.find((other) => other.fact.id === dead.by);
		return [
			{
				...personal(application),
				entry: fact.body.ledgerNumber ?? null,
				recordedAt: at,
				decision: fact.body.decision,
				executor: application.decision?.draftedBy ?? assignment?.executor ?? null,
				signedBy: application.decision?.signedBy ?? null,
				fate: { kind: 'annulled', at: annulled?.at ?? at }
			}
		];
	});
}

const personal = ({ number, acceptance }: Application) => ({
	number,
	applicant: acceptance?.applicant ? fullName(acceptance.applicant) : null
});

function fateOf({ story, result }: Application): LineFate {
	const live = story.filter(({ dead }) => dead === null);
	const given = live.findLast(({ fact }) => isEnding(fact));
	if (given) return { kind: 'handedOut', at: given.at };
	const sent = result?.trail.findLast(({ type }) => type === 'returned');
	return sent ? { kind: 'sentToCenter', at: sent.at } : { kind: 'waiting', at: null };
}
