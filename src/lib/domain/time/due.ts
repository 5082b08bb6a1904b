import { type Limit } from '../regulation/vocabulary.ts';
import { addWorkingDays, type WorkingCalendar, workingDayFrom } from './calendar.ts';
import { hoursOn, officeDayFrom, type OfficeHours, workSpansOn } from './office-hours.ts';
import { addDays, type PlainDate } from './plain-date.ts';
import { instantOf, localOf, type Zone } from './zone.ts';

/** Zone, hours and calendar of the organisation that does the step. */
export type DueContext = {
	zone: Zone;
	hours: OfficeHours;
	calendar: WorkingCalendar;
	/** Times of a day's rounds, minutes since midnight; for limits that are rates per day. */
	slots?: readonly number[] | ((date: PlainDate) => readonly number[]);
};

const MINUTE = 60_000;

/**
 * The instant (epoch milliseconds) by which a step must be done, given when its clock started.
 * - minutes, hours: run in office hours only
 * - working days: from the next day, until closing time of the last
 * - calendar days: all days from the next; a last day off moves to the next working day (a reading of ours)
 * - within the working day, within one day (C37): closing time of the same day; started after it, the next one's
 * - rate per day (C36): the day's next slot; without slots, closing time
 */
export function dueOf(limit: Limit, start: number, context: DueContext): number {
	const { amount, unit } = limit;
	switch (unit) {
		case 'minutes':
			return afterWork(start, amount * MINUTE, context);
		case 'hours':
			return afterWork(start, amount * 60 * MINUTE, context);
		case 'workingDays':
			return closingOn(addWorkingDays(dayOf(start, context), amount, context.calendar), context);
		case 'calendarDays':
			return closingOn(workingDayFrom(addDays(dayOf(start, context), amount), context.calendar), context);
		case 'withinWorkingDay':
		case 'withinOneDay':
			return nextMoment(start, (date) => [closeOn(date, context)], context);
		case 'timesPerDay':
			return nextMoment(start, (date) => roundsOn(date, context), context);
	}
}

/** The due day, for papers that print a date. */
export function dueDateOf(limit: Limit, start: number, context: DueContext): PlainDate {
	return localOf(dueOf(limit, start, context), context.zone).date;
}

/** The instant at which an amount of working time has passed since `start`; never outside office hours. */
function afterWork(start: number, work: number, context: DueContext): number {
	let left = work;
	let date = dayOf(start, context);
	for (;;) {
		date = officeDayFrom(date, context.hours, context.calendar);
		for (const span of workSpansOn(date, context.hours)) {
			const from = Math.max(start, instantOf(date, span.from, context.zone));
			const to = instantOf(date, span.to, context.zone);
			if (from >= to) continue;
			if (left <= to - from) return from + left;
			left -= to - from;
		}
		date = addDays(date, 1);
	}
}

/** The first of the times of an office day after `start`. */
function nextMoment(start: number, timesOn: (date: PlainDate) => readonly number[], context: DueContext): number {
	let date = dayOf(start, context);
	for (;;) {
		date = officeDayFrom(date, context.hours, context.calendar);
		for (const time of timesOn(date).toSorted((a, b) => a - b)) {
			const moment = instantOf(date, time, context.zone);
			if (moment > start) return moment;
		}
		date = addDays(date, 1);
	}
}

/** Closing time of a working day, or of the organisation's next day of work if it is closed then. */
function closingOn(date: PlainDate, context: DueContext): number {
	const day = officeDayFrom(date, context.hours, context.calendar);
	return instantOf(day, closeOn(day, context), context.zone);
}

const closeOn = (date: PlainDate, { hours }: DueContext): number => hoursOn(date, hours).close;

/** The rounds of a day; without any, closing time. */
function roundsOn(date: PlainDate, context: DueContext): readonly number[] {
	const { slots = [] } = context;
	const times = typeof slots === 'function' ? slots(date) : slots;
	return times.length > 0 ? times : [closeOn(date, context)];
}

function dayOf(instant: number, context: DueContext): PlainDate {
	return localOf(instant, context.zone).date;
}
