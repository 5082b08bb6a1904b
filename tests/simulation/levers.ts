import { type Chance } from './chance';

/** What can go wrong in a run, each as the probability per chance it has. */
export type Levers = {
	/** Of a request: lost on the way there, or its answer on the way back. */
	dropRequest: number;
	dropAnswer: number;
	/** Of a request: delivered twice; delivered once more much later, when others came between. */
	duplicate: number;
	delay: number;
	/** Of a write: the machine dies before the commit, or after it and before anybody hears of it. */
	crashBefore: number;
	crashAfter: number;
	/** Of the server: it dies in the transaction. */
	kill: number;
	/** Of a step: a wrong clock, a copied, rolled back or wiped store, a restored server. */
	wrongClock: number;
	clone: number;
	rollBack: number;
	wipe: number;
	restoreByCommand: number;
	restoreByCopy: number;
};

const FULL: Levers = {
	dropRequest: 0.2,
	dropAnswer: 0.2,
	duplicate: 0.2,
	delay: 0.15,
	crashBefore: 0.05,
	crashAfter: 0.05,
	kill: 0.1,
	wrongClock: 0.03,
	clone: 0.04,
	rollBack: 0.04,
	wipe: 0.03,
	restoreByCommand: 0.02,
	restoreByCopy: 0.02
};

/** Each run pulls about half of the levers: faults that never meet in all runs may meet in one. */
export function leversOf(chance: Chance): Levers {
	const pulled = Object.entries(FULL).map(([name, value]) => [name, chance.happens(0.5) ? value : 0]);
	return Object.fromEntries(pulled) as Levers;
}

export const noLevers = Object.fromEntries(Object.keys(FULL).map((name) => [name, 0])) as Levers;
