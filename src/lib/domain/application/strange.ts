import { type Fact } from '../fact/fact.ts';
import { findParties } from '../fact/find-parties.ts';
import { type FactId } from '../fact/ids.ts';
import { isListFact } from '../fact/traits.ts';
import { isVerdictType } from '../fact/verdict-facts.ts';

/**
 * Facts of orgs that the application was never given to, and redirections by a body that had redirected it before: they stay in the
 * story without effect.
 */
export function strangeFacts(facts: readonly Fact[], number: string): Set<FactId> {
	const { rooted, parts, idle } = findParties(facts, number);
	if (!rooted) return new Set();
	const isOutside = (fact: Fact) => !parts.has(fact.org) && !isListFact(fact) && !isVerdictType(fact.type);
	const strange = facts.filter((fact) => idle.has(fact.id) || isOutside(fact));
	return new Set(strange.map(({ id }) => id));
}
