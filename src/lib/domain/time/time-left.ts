import { isOfficeDay, workMinutesOn, workSpansOn } from './office-hours.ts';
import { type DueContext } from './due.ts';
import { addDays, type PlainDate } from './plain-date.ts';
import { localOf } from './zone.ts';

/**
 * The rest of a term, or its delay, in working time of the acting organisation: full working days, then hours and minutes of a
 * further one. Structure only: it is formatted in one place.
 */
export type TimeLeft = { late: boolean; days: number; hours: number; minutes: number };

/** Working time between now and a due time: without nights, lunch and days off, in either direction. */
export function timeLeft(due: number, now: number, context: DueContext): TimeLeft {
	const late = due < now;
	const total = workMinutesBetween(late ? due : now, late ? now : due, context);
	const day = workMinutesOn(localOf(now, context.zone).date, context.hours);
	const rest = total % day;
	return { late, days: Math.floor(total / day), hours: Math.floor(rest / 60), minutes: Math.floor(rest % 60) };
}

/** Whether less than a working day is left. */
export const isNear = ({ late, days }: TimeLeft): boolean => !late && days === 0;

function workMinutesBetween(from: number, to: number, { hours, calendar, zone }: DueContext): number {
	const [start, end] = [localOf(from, zone), localOf(to, zone)];
	const worked = (date: PlainDate, since: number, until: number) =>
		isOfficeDay(date, hours, calendar)
			? workSpansOn(date, hours).reduce(
					(sum, span) => sum + Math.max(0, Math.min(span.to, until) - Math.max(span.from, since)),
					0
				)
			: 0;
	const [first, last] = [start.minutes + seconds(from), end.minutes + seconds(to)];
	if (start.date === end.date) return worked(start.date, first, last);
	let sum = worked(start.date, first, DAY_MINUTES) + worked(end.date, 0, last);
	for (let date = addDays(start.date, 1); date < end.date; date = addDays(date, 1)) sum += worked(date, 0, DAY_MINUTES);
	return sum;
}

const DAY_MINUTES = 24 * 60;
const MINUTE = 60_000;
/** The part of a minute that a wall clock does not show: zones differ by whole minutes. */
const seconds = (instant: number): number => (instant % MINUTE) / MINUTE;
