import { type Fact, type FactOf } from '../fact/fact.ts';
import { type FactId } from '../fact/ids.ts';
import { isEnding, traitsOf } from '../fact/traits.ts';
import { type Happening } from './application.ts';
import { compareByTime } from './legal-time.ts';

type Timed = Pick<Happening, 'fact' | 'at'>;
type Cause = { why: keyof typeof STRENGTH; by: FactId };
type Dead = Map<FactId, Cause>;

const place = ({ fact, at }: Timed) => ({ at, journal: fact.journal, seq: fact.seq });

/**
 * Which facts count. A fact is dead when an annulment, a replacement or a send-back names it. An annulment cannot itself be
 * annulled, and after the hand-out nothing can: one received later from an offline device has no effect and is shown. What is flagged
 * and waits for a head ends nothing.
 */
export function deadFacts(
	facts: readonly Timed[],
	waits: (fact: Fact) => boolean = () => false
): { dead: Dead; tooLate: FactId[] } {
	const dead: Dead = new Map();
	const tooLate: FactId[] = [];
	const byId = new Map(facts.map((item) => [item.fact.id, item]));
	const handOuts = facts.filter(({ fact }) => isEnding(fact));
	for (const item of facts) {
		if (item.fact.type !== 'annulled' || waits(item.fact)) continue;
		if (handOuts.some((handOut) => compareByTime(place(handOut), place(item)) < 0)) {
			tooLate.push(item.fact.id);
			continue;
		}
		for (const id of item.fact.on) {
			const target = byId.get(id);
			if (target && traitsOf(target.fact.type).annul) keepStrongest(dead, id, { why: 'annulled', by: item.fact.id });
		}
	}
	const counts = ({ fact }: Timed) => dead.get(fact.id)?.why !== 'annulled' && !waits(fact);
	for (const { fact } of facts.filter(counts)) {
		for (const id of fact.replaces)
			if (byId.get(id)?.fact.type === fact.type) keepStrongest(dead, id, { why: 'replaced', by: fact.id });
		if (fact.type === 'sentBack') for (const id of fact.on) keepStrongest(dead, id, { why: 'sentBack', by: fact.id });
	}
	return { dead, tooLate };
}

const STRENGTH = { annulled: 0, sentBack: 1, replaced: 2 } as const;

/** Two facts may make the same one dead; the reason shown must not depend on which arrived first. */
function keepStrongest(dead: Dead, id: FactId, cause: Cause): void {
	const known = dead.get(id);
	const stronger = known ? STRENGTH[cause.why] - STRENGTH[known.why] || (cause.by < known.by ? -1 : 1) : -1;
	if (stronger < 0) dead.set(id, cause);
}

/** The acceptances that a renumbering moved away from this number. */
export function renumberedAway(facts: readonly Timed[], number: string): Map<FactId, string> {
	const moved = new Map<FactId, string>();
	for (const { fact } of facts)
		if (fact.type === 'renumbered' && fact.subject.kind === 'application' && fact.subject.number === number)
			for (const id of fact.on) moved.set(id, (fact as FactOf<'renumbered'>).body.to);
	return moved;
}
