import { type Fact } from '../fact/fact.ts';
import { type FactId } from '../fact/ids.ts';
import { traitsOf } from '../fact/traits.ts';
import { type Happening } from './application.ts';
import { causesOf } from './causes.ts';
import { compareByTime } from './legal-time.ts';

type Timed = Pick<Happening, 'fact' | 'at'>;

/** Rank of facts without a place along the route of the papers: the middle. */
const MIDDLE = 5;

export const rankAlongTheWay = ({ type }: Fact): number => traitsOf(type).rank ?? MIDDLE;

const byTime = (a: Timed, b: Timed) =>
	compareByTime(
		{ at: a.at, journal: a.fact.journal, seq: a.fact.seq },
		{ at: b.at, journal: b.fact.journal, seq: b.fact.seq }
	);

/**
 * Puts an application's facts in one order, the same on every device: a fact comes after those that it acts on, whatever their
 * clocks; otherwise by (rank,) legal time, journal, seq. An honest device cannot write a cycle of causes; facts in a cycle are
 * ordered by time, so that the fold still ends.
 */
export function inCausalOrder<T extends Timed>(
	items: readonly T[],
	number: string,
	rankOf: (fact: Fact) => number = () => 0
): T[] {
	const waiting = [...items].sort((a, b) => rankOf(a.fact) - rankOf(b.fact) || byTime(a, b));
	const present = new Set<FactId>(waiting.map(({ fact }) => fact.id));
	const causes = new Map(waiting.map(({ fact }) => [fact.id, causesOf(fact, number)]));
	const placed = new Set<FactId>();
	const ordered: T[] = [];
	while (waiting.length > 0) {
		const ready = waiting.findIndex(({ fact }) =>
			causes.get(fact.id)!.every((cause) => cause === fact.id || placed.has(cause) || !present.has(cause))
		);
		const [next] = waiting.splice(Math.max(ready, 0), 1);
		placed.add(next!.fact.id);
		ordered.push(next!);
	}
	return ordered;
}
