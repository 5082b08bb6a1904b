import { type Application } from './application.ts';
import { rowOf } from './causes.ts';

/** The result arrived damaged at its Center, and that is not settled yet: it is there, but not ready for hand-out. */
export function hasDamagedResult({ number, story, anomalies }: Application): boolean {
	const arrival = story.findLast(({ fact, dead }) => !dead && fact.type === 'resultsArrived' && isFound(fact));
	function isFound(fact: (typeof story)[number]['fact']): boolean {
		return ['received', 'damaged', 'extra'].includes(rowOf(fact, number, 'result')?.state ?? '');
	}
	if (!arrival || rowOf(arrival.fact, number, 'result')?.state !== 'damaged') return false;
	return anomalies.some(
		({ kind, facts, settled }) => kind === 'damaged' && !settled && facts.includes(arrival.fact.id)
	);
}
