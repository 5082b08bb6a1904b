import { type Fact, type FactOf } from '../fact/fact.ts';
import { type FactId, type OrgId } from '../fact/ids.ts';
import { isEnding, traitsOf } from '../fact/traits.ts';
import { isVerdictType } from '../fact/verdict-facts.ts';
import { counts, type Flags, flagsOf } from '../verdict/flags.ts';
import { anomaliesOf } from './anomalies.ts';
import {
	type Acceptance,
	type Application,
	type ApplicationState,
	type AttachedDocument,
	type FoldContext,
	type Happening,
	type StepState
} from './application.ts';
import { correctedApplicant } from './corrected-applicant.ts';
import { custodyOf } from './custody.ts';
import { assignmentOf, decisionOf, rivalDraftsOf } from './decision.ts';
import { legalTimeOf } from './legal-time.ts';
import { deadFacts, renumberedAway } from './live.ts';
import { strangeFacts } from './strange.ts';
import { inCausalOrder, rankAlongTheWay } from './order.ts';
import { progressOf } from './steps.ts';

/**
 * Folds one application. Pure, independent of order and duplicates: the same set of facts gives the same value on every device and
 * on the server.
 *
 * @param facts all facts that touch the number, in any order, repeats allowed; with a renumbering also the acceptance it names
 */
export function foldApplication(number: string, facts: readonly Fact[], context: FoldContext): Application {
	const unique = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
	const timed = unique.map((fact) => ({ fact, at: legalTimeOf(fact, context.corrections) }));
	const strange = strangeFacts(unique, number);
	const flags = flagsOf(unique);
	const known = timed.filter(({ fact }) => !strange.has(fact.id));
	const { dead, tooLate } = deadFacts(known, (fact) => !counts(fact, flags));
	const moved = renumberedAway(known, number);
	const mine = timed.filter(({ fact }) => !moved.has(fact.id) && !isVerdictType(fact.type));
	const story = inCausalOrder(mine, number).map((item): Happening => {
		const flag = flags.get(item.fact.id) ?? null;
		return { ...item, dead: deadBy(item.fact, { strange, dead, flags }), flag };
	});
	const live = story.filter((happening) => happening.dead === null);
	const inHands = inCausalOrder(live, number, rankAlongTheWay);

	const acceptances = live
		.filter(({ fact }) => fact.type === 'accepted')
		.map((happening) => acceptanceOf(happening, live));
	const acceptance = acceptances[0] ?? null;
	const redirected = live.findLastIndex(({ fact }) => fact.type === 'redirected');
	const redirection = live[redirected]?.fact as FactOf<'redirected'> | undefined;
	const bodyNow = redirection?.body.toBody ?? acceptance?.body.body ?? null;
	const counted = countedIn(live, redirected, bodyNow);
	const decision = decisionOf(counted);
	const rivalDrafts = rivalDraftsOf(counted, story, decision);
	const route = acceptance
		? (context.routeOf(acceptance.body.regulation, acceptance.body.entry, decision?.kind ?? 'notice') ?? [])
		: [];
	const { steps: walked, position } = progressOf(route, counted, number, story);
	const steps = redirection && acceptance?.body.entry === 'body' ? fromItsArrival(walked, counted) : walked;
	const packet = custodyOf(inHands, number, 'packet') ?? {
		holder: { kind: 'unknown', why: 'neverSeen', since: null },
		since: 0,
		trail: []
	};
	const result = custodyOf(inHands, number, 'result');
	return {
		number,
		state: stateOf(story, live, acceptance),
		acceptance,
		rivals: acceptances.slice(1),
		renumberedTo: acceptance ? null : ([...moved.values()].sort()[0] ?? null),
		steps,
		position,
		documents: documentsOf(live),
		assignment: assignmentOf(counted, story),
		decision,
		rivalDrafts,
		packet,
		result,
		body: bodyNow,
		receiptCopies: receiptCopiesOf(story),
		anomalies: anomaliesOf({
			number,
			live,
			counted,
			decision,
			rivalDrafts,
			steps,
			packet,
			result,
			body: bodyNow,
			collisions: acceptances.map(({ fact }) => fact),
			tooLate,
			strange: [...strange].sort(),
			accepted: timed.some(({ fact }) => fact.type === 'accepted'),
			flagged: story.filter(({ flag, dead }) => flag !== null && (dead === null || dead.why === 'flagged'))
		}),
		story
	};
}

type Against = { strange: ReadonlySet<FactId>; dead: ReturnType<typeof deadFacts>['dead']; flags: Flags };

/** Why a fact does not count: it ended, whatever was flagged, or a flag stands against it. */
function deadBy(fact: Fact, { strange, dead, flags }: Against): Happening['dead'] {
	if (strange.has(fact.id)) return { why: 'stranger', by: fact.id };
	const ended = dead.get(fact.id);
	if (ended) return ended;
	return counts(fact, flags) ? null : { why: 'flagged', by: flags.get(fact.id)!.by };
}

/**
 * The live facts that count towards the decision: after a redirection the body's part of the route begins again, with the new
 * body's facts; those of the previous body stay in the story. `redirected`: index of the last redirection, -1 without one.
 */
function countedIn(live: readonly Happening[], redirected: number, body: OrgId | null): readonly Happening[] {
	if (redirected === -1) return live;
	return live.filter(({ fact }, index) => !traitsOf(fact.type).atBody || (index > redirected && fact.org === body));
}

/**
 * An application made at another body was never registered by this one: limits that the acceptance started there start here with
 * the registration, and none runs while the packet is in transit.
 */
function fromItsArrival(steps: readonly StepState[], counted: readonly Happening[]): StepState[] {
	const registered = counted.find(({ fact }) => fact.type === 'registered')?.at ?? null;
	return steps.map((step) => (step.step.starts === 'accepted' ? { ...step, startedAt: registered } : step));
}

function acceptanceOf({ fact, at }: Happening, live: readonly Happening[]): Acceptance {
	const { id, actor, org, window, body, details } = fact as FactOf<'accepted'>;
	return { fact: id, at, actor, org, window: window ?? null, body, applicant: correctedApplicant(id, details, live) };
}

function stateOf(
	story: readonly Happening[],
	live: readonly Happening[],
	acceptance: Acceptance | null
): ApplicationState {
	const has = (type: Fact['type']) => live.some(({ fact }) => fact.type === type);
	if (live.some(({ fact }) => isEnding(fact))) return 'handedOut';
	if (!acceptance) return story.some(({ fact, dead }) => fact.type === 'accepted' && dead) ? 'annulled' : 'numberOnly';
	return has('withdrawn') ? 'withdrawn' : 'open';
}

/** All documents of the packet: those of the visit, then those brought later. */
function documentsOf(live: readonly Happening[]): AttachedDocument[] {
	return live.flatMap(({ fact }) => {
		if (fact.type !== 'accepted' && fact.type !== 'amended') return [];
		const names = fact.details?.documents ?? [];
		return fact.body.documents.map((document, index) => ({
			...document,
			name: names[index] ?? null,
			addedBy: fact.id
		}));
	});
}

/** What the applicant gets on applying: a Center's receipt, a body's talon (para 13). */
const isForApplicant = (document: string) => document === 'receipt' || document === 'talon';

/** Dead prints count as copies too: a printed copy exists on paper. */
function receiptCopiesOf(story: readonly Happening[]): number {
	return story.reduce(
		(most, { fact }) =>
			fact.type === 'printed' && isForApplicant(fact.body.document) ? Math.max(most, fact.body.copy) : most,
		0
	);
}
