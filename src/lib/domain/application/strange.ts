import { type Fact } from '../fact/fact.ts';
import { findParties } from '../fact/find-parties.ts';
import { type FactId } from '../fact/ids.ts';
import { isListFact } from '../fact/traits.ts';

/**
 * Facts of orgs that the application was never given to, and redirections by a body that had redirected it before: they stay in the
 * story without effect.
 */
export function strangeFacts(facts: readonly Fact[], number: string): Set<FactId> {
	const { rooted, parts, idle } = findParties(facts, number);
	if (!rooted) return new Set();
	const strange = facts.filter((fact) => idle.has(fact.id) || (!parts.has(fact.org) && !isListFact(fact)));
	return new Set(strange.map(({ id }) => id));
}
