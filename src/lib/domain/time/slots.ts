import { type Limit } from '../regulation/vocabulary.ts';
import { type WorkingCalendar } from './calendar.ts';
import { isOfficeDay, type OfficeHours } from './office-hours.ts';
import { instantOf, localOf, type Zone } from './zone.ts';

/** Times of a Center's rounds, minutes since midnight: collecting from windows and dispatching to bodies. */
export type SlotPlan = { collect: readonly number[]; dispatch: readonly number[] };

/**
 * - `done`: a round was made for it
 * - `missed`: none was, and the following slot is now nearer
 * - `now`: due (from ten minutes before)
 * - `next`: the first one to come; `later`: those after it
 */
type SlotState = 'done' | 'missed' | 'now' | 'next' | 'later';

export type Slot = {
	/** Minutes since midnight. */
	time: number;
	instant: number;
	state: SlotState;
	/** Whole minutes until the slot, rounded up; negative when it has passed. */
	minutesLeft: number;
};

const LEAD = 10 * 60_000;
const MINUTE = 60_000;

/**
 * The slots of the day of an instant, in order; none on a day without work.
 * @param rounds instants of the rounds made; each counts for the slot of its day that is nearest in time
 */
export function slotsOn(
	at: number,
	times: readonly number[],
	rounds: readonly number[],
	context: { zone: Zone; hours: OfficeHours; calendar: WorkingCalendar }
): Slot[] {
	const { date } = localOf(at, context.zone);
	if (!isOfficeDay(date, context.hours, context.calendar)) return [];
	const sorted = times.toSorted((a, b) => a - b);
	const instants = sorted.map((time) => instantOf(date, time, context.zone));
	const done = new Set(
		rounds.filter((round) => localOf(round, context.zone).date === date).map((round) => nearest(round, instants))
	);
	let nextSeen = false;
	return sorted.map((time, place) => {
		const instant = instants[place] ?? 0;
		const passed = place < nearest(at, instants);
		let state: SlotState;
		if (done.has(place)) state = 'done';
		else if (passed) state = 'missed';
		else if (at >= instant - LEAD) state = 'now';
		else {
			state = nextSeen ? 'later' : 'next';
			nextSeen = true;
		}
		return { time, instant, state, minutesLeft: Math.ceil((instant - at) / MINUTE) };
	});
}

/** Whether a day has as many slots as the rate of table 1 requires. */
export function fitsRate(times: readonly number[], limit: Limit): boolean {
	if (limit.unit !== 'timesPerDay') return false;
	return limit.bound === 'notLessThan' ? times.length >= limit.amount : times.length === limit.amount;
}

/** The place of the nearest instant; of two equally near ones the later. */
function nearest(instant: number, instants: readonly number[]): number {
	let best = 0;
	instants.forEach((candidate, place) => {
		if (Math.abs(candidate - instant) <= Math.abs((instants[best] ?? 0) - instant)) best = place;
	});
	return best;
}
