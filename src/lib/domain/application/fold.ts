import { type Fact, type FactOf } from '../fact/fact';
import { anomaliesOf } from './anomalies';
import {
	type Acceptance,
	type Application,
	type ApplicationState,
	type AttachedDocument,
	type FoldContext,
	type Happening
} from './application';
import { correctedApplicant } from './corrected-applicant';
import { custodyOf, rankAlongTheWay } from './custody';
import { decisionOf } from './decision';
import { legalTimeOf } from './legal-time';
import { deadFacts, renumberedAway } from './live';
import { inCausalOrder } from './order';
import { progressOf } from './steps';

/**
 * What the facts say of one application. Pure and independent of the order and number of arrivals: the same set of facts gives
 * the same value on every device and on the server.
 *
 * @param facts all facts that touch the number, in any order, repeats allowed; with a renumbering also the acceptance it names
 */
export function foldApplication(number: string, facts: readonly Fact[], context: FoldContext): Application {
	const unique = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
	const timed = unique.map((fact) => ({ fact, at: legalTimeOf(fact, context.corrections) }));
	const { dead, tooLate } = deadFacts(timed);
	const moved = renumberedAway(timed, number);
	const mine = timed.filter(({ fact }) => !moved.has(fact.id));
	const story = inCausalOrder(mine, number).map((item): Happening => ({
		...item,
		dead: dead.get(item.fact.id) ?? null
	}));
	const live = story.filter((happening) => happening.dead === null);
	const inHands = inCausalOrder(live, number, rankAlongTheWay);

	const acceptances = live
		.filter(({ fact }) => fact.type === 'accepted')
		.map((happening) => acceptanceOf(happening, live));
	const acceptance = acceptances[0] ?? null;
	const decision = decisionOf(live);
	const route = acceptance
		? (context.routeOf(acceptance.body.regulation, acceptance.body.entry, decision?.kind ?? 'notice') ?? [])
		: [];
	const { steps, position } = progressOf(route, live, number);
	const packet = custodyOf(inHands, number, 'packet') ?? {
		holder: { kind: 'unknown', why: 'neverSeen', since: null },
		since: 0,
		trail: []
	};
	const result = custodyOf(inHands, number, 'result');
	const body = live.findLast(({ fact }) => fact.type === 'redirected')?.fact as FactOf<'redirected'> | undefined;
	const bodyNow = body?.body.toBody ?? acceptance?.body.body ?? null;
	return {
		number,
		state: stateOf(story, live, acceptance),
		acceptance,
		rivals: acceptances.slice(1),
		renumberedTo: [...moved.values()].sort()[0] ?? null,
		steps,
		position,
		documents: documentsOf(live),
		decision,
		packet,
		result,
		body: bodyNow,
		receiptCopies: receiptCopiesOf(story),
		anomalies: anomaliesOf({
			number,
			live,
			steps,
			packet,
			result,
			body: bodyNow,
			collisions: acceptances.map(({ fact }) => fact),
			tooLate,
			accepted: timed.some(({ fact }) => fact.type === 'accepted')
		}),
		story
	};
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
	if (has('handedOut') || has('handedOutWithoutReceipt')) return 'handedOut';
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

/** Copies are counted over dead prints too: a copy that went out of the printer is in somebody's hands. */
function receiptCopiesOf(story: readonly Happening[]): number {
	return story.reduce(
		(most, { fact }) =>
			fact.type === 'printed' && fact.body.document === 'receipt' ? Math.max(most, fact.body.copy) : most,
		0
	);
}
