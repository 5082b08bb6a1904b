import { type FactOf, type FactType } from '../fact/fact';
import { type FactId } from '../fact/ids';
import { type Decision, type Happening } from './application';

type Live = readonly Happening[];

const ofType = <T extends FactType>(live: Live, type: T) =>
	live.filter(({ fact }) => fact.type === type).map(({ fact }) => fact as unknown as FactOf<T>);

/** What a decision step must act on to count: its live predecessor. */
export const PREDECESSORS: Partial<Record<FactType, readonly FactType[]>> = {
	assigned: ['registered', 'accepted'],
	drafted: ['assigned'],
	signed: ['drafted'],
	recorded: ['signed']
};

/** Whether a fact of a decision step stands on a live predecessor, all the way down. */
export function isFounded(fact: { type: FactType; on: readonly FactId[] }, live: Live): boolean {
	const needed = PREDECESSORS[fact.type];
	if (!needed) return true;
	return live.some(
		({ fact: cause }) => fact.on.includes(cause.id) && needed.includes(cause.type) && isFounded(cause, live)
	);
}

/**
 * The decision that counts: the one that the live hand-out or ledger entry names, else the one that is signed, else the
 * earliest live draft. `live` is in causal order. Null while nothing is drafted.
 */
export function decisionOf(live: Live): Decision | null {
	const drafts = ofType(live, 'drafted').filter((fact) => isFounded(fact, live));
	const signatures = ofType(live, 'signed').filter((fact) => isFounded(fact, live));
	const entries = ofType(live, 'recorded').filter((fact) => isFounded(fact, live));
	const handOuts = live.filter(({ fact }) => fact.type === 'handedOut' || fact.type === 'handedOutWithoutReceipt');
	const entry = entries.find(({ id }) => handOuts.some(({ fact }) => fact.on.includes(id))) ?? entries[0];
	const signature = entry ? signatures.find(({ id }) => entry.on.includes(id)) : signatures[0];
	const draft = signature ? drafts.find(({ id }) => signature.on.includes(id)) : drafts[0];
	if (!draft) return null;
	return {
		kind: draft.body.decision,
		draft: draft.id,
		signed: signature?.id ?? null,
		recorded: entry?.id ?? null,
		ledgerNumber: entry?.body.ledgerNumber ?? null
	};
}

/** Live, founded ledger entries or signatures beyond the one that counts: the head has to choose. */
export function competingDecisions(live: Live): FactId[] {
	const competing = (['recorded', 'signed', 'drafted'] as const)
		.map((type) => ofType(live, type).filter((fact) => isFounded(fact, live)))
		.find((facts) => facts.length > 1);
	return competing?.map(({ id }) => id) ?? [];
}
