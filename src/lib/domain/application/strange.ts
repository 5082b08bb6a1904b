import { type Fact, type FactType } from '../fact/fact';
import { findParties } from '../fact/find-parties';
import { type FactId } from '../fact/ids';

/** Where a paper was seen is believed of anybody: it happened, and whoever misses it looks there. */
const SEEN: ReadonlySet<FactType> = new Set(['collected', 'dispatched', 'arrived', 'returned', 'resultsArrived']);

/**
 * Facts of orgs to which nobody gave the application, and redirections by a body that had sent it on before: they stay in the story,
 * and decide and take back nothing.
 */
export function strangeFacts(facts: readonly Fact[], number: string): Set<FactId> {
	const { rooted, parts, idle } = findParties(facts, number);
	if (!rooted) return new Set();
	const strange = facts.filter(({ id, org, type }) => idle.has(id) || (!parts.has(org) && !SEEN.has(type)));
	return new Set(strange.map(({ id }) => id));
}
