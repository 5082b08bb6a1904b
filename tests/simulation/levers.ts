import { type Chance } from './chance.ts';

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
	/** Of an act: another program does something instead, which this one would refuse or does not know. */
	stranger: number;
	/** Of a step: the file of the epoch is lost, so that everybody sends what they have of others' journals. Only where `SIM_MORE` asks. */
	relay: number;
	/** Of a step: somebody leaves, comes back, loses a role or gets one. Of an act: somebody does it in a role that is another's. Only where a run has people. */
	staff: number;
	impostor: number;
	/** Of a step: an administrator takes a device out of use. Only where a run has people. */
	revoke: number;
};

type OnlyAsked = 'relay' | 'staff' | 'impostor' | 'revoke';

const FULL: Omit<Levers, OnlyAsked> = {
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
	restoreByCopy: 0.02,
	stranger: 0.05
};

/** What `SIM_MORE=restore,clone,relay` always pulls, and further: to look for one kind of fault. */
const MORE: Readonly<Record<string, Partial<Levers>>> = {
	restore: { restoreByCommand: 0.06, restoreByCopy: 0.06 },
	clone: { clone: 0.1, rollBack: 0.1 },
	relay: { relay: 0.06 }
};
const asked = (process.env['SIM_MORE'] ?? '').split(',').filter(Boolean);
for (const name of asked) if (!(name in MORE)) throw new Error(`SIM_MORE knows ${Object.keys(MORE).join(', ')}`);
const more: Partial<Levers> = Object.assign({}, ...asked.map((name) => MORE[name]));

/** Each run pulls about half of the levers: faults that never meet in all runs may meet in one. */
export function leversOf(chance: Chance): Levers {
	const pulled = Object.entries(FULL).map(([name, value]) => [name, chance.happens(0.5) ? value : 0]);
	return { relay: 0, staff: 0, impostor: 0, revoke: 0, ...(Object.fromEntries(pulled) as typeof FULL), ...more };
}

export const noLevers: Levers = {
	relay: 0,
	staff: 0,
	impostor: 0,
	revoke: 0,
	...(Object.fromEntries(Object.keys(FULL).map((name) => [name, 0])) as typeof FULL)
};
