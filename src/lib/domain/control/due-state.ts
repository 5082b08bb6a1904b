import { type Instant } from '../fact/ids.ts';
import { type ControlClock } from './control-clock.ts';
import { type ControlRow } from './control-row.ts';

/**
 * State of a running application by the limit of its step.
 * - `overdue`: the limit has passed
 * - `risk`: within its last fifth, or due today
 * - `inTime`: there is time
 * - `unlimited`: no limit runs (the law sets none, or it has not begun)
 * - `waiting`: the result is ready and waits for its applicant; never red, counted apart
 */
export const DUE_STATES = ['overdue', 'risk', 'inTime', 'unlimited', 'waiting'] as const;
export type DueState = (typeof DUE_STATES)[number];

/** The last part of a limit in which it is at risk. */
const LAST_PART = 1 / 5;

/** When a step becomes at risk because its limit is nearly used up; null where no limit runs. */
export const riskFromOf = ({ due, since }: Pick<ControlRow, 'due' | 'since'>): Instant | null =>
	due === null || since === null ? null : Math.ceil(due - (due - since) * LAST_PART);

export function dueStateOf({ next, due, since }: ControlRow, clock: ControlClock): DueState {
	// No limit of the hand-out runs until the applicant is called: the result waits.
	if (due === null) return next === 'handedOut' ? 'waiting' : 'unlimited';
	if (due < clock.now) return 'overdue';
	if (due < clock.todayEnds) return 'risk';
	const riskFrom = riskFromOf({ due, since });
	return riskFrom !== null && riskFrom <= clock.now ? 'risk' : 'inTime';
}
