import { type FactOf, type FactType } from '../fact/fact.ts';
import { type FactId, type Instant, type OrgId, type StaffId } from '../fact/ids.ts';
import { isEnding, traitsOf } from '../fact/traits.ts';
import { type Assignment, type Decision, type Hand, type Happening, type RivalDraft } from './application.ts';

type Live = readonly Happening[];

/** The signatory of the paper of a fact: the one it names, else the actor. */
function handOf({ fact, at }: Happening): Hand {
	const { fromPaper, acting } = fact.body as { fromPaper?: { by: StaffId }; acting?: true };
	return { staff: fromPaper?.by ?? fact.actor, acting: acting ?? false, at };
}

/**
 * The current assignment: the latest live one based on a registration.
 * @param counted live facts that count for the body that decides now
 * @param story the whole story: the first assignment may have been replaced
 */
export function assignmentOf(counted: Live, story: Live): Assignment | null {
	const latest = counted.findLast(({ fact }) => fact.type === 'assigned' && isFounded(fact, counted));
	if (latest?.fact.type !== 'assigned') return null;
	const { id, body, details } = latest.fact;
	return {
		fact: id,
		executor: body.executor,
		by: handOf(latest),
		remark: details?.text || null,
		first: firstAssignedAt(story, latest.fact.org) ?? latest.at
	};
}

/** Time of an org's first assignment. A reassignment never restarts the limit; one that was annulled, or never counted, never began it (process.md). */
export function firstAssignedAt(story: Live, org: OrgId | null): Instant | null {
	const first = story.find(
		({ fact, dead }) =>
			fact.type === 'assigned' &&
			dead?.why !== 'annulled' &&
			dead?.why !== 'flagged' &&
			(org === null || fact.org === org)
	);
	return first?.at ?? null;
}

const ofType = <T extends FactType>(live: Live, type: T) =>
	live.filter(({ fact }) => fact.type === type).map(({ fact }) => fact as unknown as FactOf<T>);

/** Whether a fact of a decision step is based on a live predecessor, or is the draft that such a fact names, recursively. */
export function isFounded(fact: { id?: FactId; type: FactType; on: readonly FactId[] }, live: Live): boolean {
	const needed = traitsOf(fact.type).needs;
	if (!needed) return true;
	return live.some(
		({ fact: cause }) =>
			(fact.on.includes(cause.id) || (cause.type === 'assigned' && cause.body.draft === fact.id)) &&
			needed.includes(cause.type) &&
			isFounded(cause, live)
	);
}

/**
 * Drafts besides the one that counts: of the same assignment, written on two devices, or of one replaced before the draft was
 * received. The head chooses among them.
 * @param story the whole story: a replaced assignment is not among the live facts
 */
export function rivalDraftsOf(counted: Live, story: Live, decision: Decision | null): RivalDraft[] {
	const replaced = story.filter(({ fact, dead }) => fact.type === 'assigned' && dead?.why === 'replaced');
	const stand = [...counted, ...replaced];
	return counted.flatMap(({ fact, at }): RivalDraft[] => {
		if (fact.type !== 'drafted' || fact.id === decision?.draft || !isFounded(fact, stand)) return [];
		const by = fact.body.fromPaper?.by ?? fact.actor;
		const isFirm = isFounded(fact, counted);
		return [{ draft: fact.id, kind: fact.body.decision, by, at, letter: fact.details?.letter ?? null, isFirm }];
	});
}

/**
 * The decision that counts: the one named by the live hand-out or ledger entry, else the signed one, else the earliest live draft.
 * `live` is in causal order. Null while nothing is drafted.
 */
export function decisionOf(live: Live): Decision | null {
	const drafts = ofType(live, 'drafted').filter((fact) => isFounded(fact, live));
	const signatures = ofType(live, 'signed').filter((fact) => isFounded(fact, live));
	const entries = ofType(live, 'recorded').filter((fact) => isFounded(fact, live));
	const handOuts = live.filter(({ fact }) => isEnding(fact));
	const entry = entries.find(({ id }) => handOuts.some(({ fact }) => fact.on.includes(id))) ?? entries[0];
	const signature = entry ? signatures.find(({ id }) => entry.on.includes(id)) : signatures[0];
	const draft = signature ? drafts.find(({ id }) => signature.on.includes(id)) : drafts[0];
	if (!draft) return null;
	const signing = live.find(({ fact }) => fact.id === signature?.id);
	return {
		kind: draft.body.decision,
		draft: draft.id,
		signed: signature?.id ?? null,
		recorded: entry?.id ?? null,
		ledgerNumber: entry?.body.ledgerNumber ?? null,
		recordedAt: live.find(({ fact }) => fact.id === entry?.id)?.at ?? null,
		draftedBy: draft.body.fromPaper?.by ?? draft.actor,
		signedBy: signing ? handOf(signing) : null,
		letter: draft.details?.letter ?? null
	};
}

/** Live, founded ledger entries or signatures besides the one that counts: the head has to choose. */
export function competingDecisions(live: Live): FactId[] {
	const competing = (['recorded', 'signed', 'drafted'] as const)
		.map((type) => ofType(live, type).filter((fact) => isFounded(fact, live)))
		.find((facts) => facts.length > 1);
	return competing?.map(({ id }) => id) ?? [];
}
