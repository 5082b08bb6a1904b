import { type Colleague } from '#lib/protocol/context-messages.ts';
import { keysHere } from './keys-here.ts';
import { pinTriesHere } from './pin-tries.ts';
import { Unlocking } from './unlocking.ts';

/** Unlocking in this browser. @param people of the own org as last told */
export const unlockingHere = (people: () => readonly Colleague[]): Unlocking =>
	new Unlocking({ people, tries: pinTriesHere(), keys: keysHere, now: Date.now });
