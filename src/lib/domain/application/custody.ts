import { type Fact } from '../fact/fact.ts';
import { type Custody, type HandOver, type Happening, type Holder, type PaperKind } from './application.ts';
import { destinationOf } from './moves.ts';

/**
 * Only a paper in transit on a register can be missing from it: one that came another way, or is on another register, is not lost
 * by it.
 */
function isElsewhere(to: Holder, before: Holder | undefined, check: Fact): boolean {
	if (to.kind !== 'unknown' || to.why !== 'missing' || !before || before.kind === 'unknown') return false;
	const register = check.type === 'arrived' || check.type === 'resultsArrived' ? check.body.register : null;
	return !(before.kind === 'transit' && before.register === register);
}

/** The trail of one paper and its holder now: the latest live hand-over. `live` is ordered by cause, then along the way. */
export function custodyOf(live: readonly Happening[], number: string, paper: PaperKind): Custody | null {
	const trail: HandOver[] = [];
	for (const { fact, at } of live) {
		const to = destinationOf(fact, number, paper);
		if (!to || isElsewhere(to, trail.at(-1)?.to, fact)) continue;
		trail.push({ paper, fact: fact.id, type: fact.type, at, by: fact.actor, org: fact.org, to });
	}
	const last = trail.at(-1);
	return last ? { holder: last.to, since: last.at, trail } : null;
}
