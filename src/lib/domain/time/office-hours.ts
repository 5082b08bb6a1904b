import { explicitKindOf, type WorkingCalendar } from './calendar.ts';
import { addDays, type PlainDate, type Weekday, weekdayOf } from './plain-date.ts';

/** Hours of one day; all times are minutes since midnight of the organisation's wall clock. */
export type DayHours = {
	open: number;
	close: number;
	/** null: without a break. */
	lunch: { from: number; to: number } | null;
};

/** Office hours of a week. */
export type OfficeHours = DayHours & {
	weekdays: readonly Weekday[];
	/** Weekdays with hours of their own, such as a short Saturday. */
	short?: readonly ({ weekday: Weekday } & DayHours)[] | undefined;
	/** What was in force before a day: the hours of days that are over do not change. */
	earlier?: { until: PlainDate; hours: OfficeHours } | undefined;
};

/** The week in force on a day. */
function weekOn(date: PlainDate, hours: OfficeHours): OfficeHours {
	let week = hours;
	while (week.earlier && date < week.earlier.until) week = week.earlier.hours;
	return week;
}

/** The hours of a day, by the week in force and its weekdays with hours of their own. */
export function hoursOn(date: PlainDate, hours: OfficeHours): DayHours {
	const week = weekOn(date, hours);
	return week.short?.find(({ weekday }) => weekday === weekdayOf(date)) ?? week;
}

/** The spans of working time of a day, in order. */
export const workSpansOn = (date: PlainDate, hours: OfficeHours): WorkSpan[] => workSpansOf(hoursOn(date, hours));

/** A span of working time, minutes since midnight. */
type WorkSpan = { from: number; to: number };

/**
 * The spans of a working day, in order: two around lunch, one without.
 * @throws RangeError if the hours are not in order: the data are wrong
 */
export function workSpansOf(hours: DayHours): WorkSpan[] {
	const { open, close, lunch } = hours;
	if (open < 0 || close > 1440 || open >= close) throw new RangeError('Office hours must open before they close');
	if (lunch === null) return [{ from: open, to: close }];
	if (lunch.from <= open || lunch.to >= close || lunch.from >= lunch.to) {
		throw new RangeError('Lunch must lie within office hours');
	}
	return [
		{ from: open, to: lunch.from },
		{ from: lunch.to, to: close }
	];
}

/** Working minutes of a day. */
export function workMinutesOn(date: PlainDate, hours: OfficeHours): number {
	return workSpansOn(date, hours).reduce((sum, span) => sum + span.to - span.from, 0);
}

/** Whether the organisation works on a day: by the calendar's dated day, else by its own weekdays. */
export function isOfficeDay(date: PlainDate, hours: OfficeHours, calendar: WorkingCalendar): boolean {
	const explicit = explicitKindOf(date, calendar);
	return explicit === undefined ? weekOn(date, hours).weekdays.includes(weekdayOf(date)) : explicit === 'workingDay';
}

/** The first office day on or after a day. */
export function officeDayFrom(date: PlainDate, hours: OfficeHours, calendar: WorkingCalendar): PlainDate {
	// No series of days off is near a year; a longer search means that the organisation has no weekdays at all.
	for (let days = 0; days < 400; days++) {
		const candidate = addDays(date, days);
		if (isOfficeDay(candidate, hours, calendar)) return candidate;
	}
	throw new RangeError('An organisation without working weekdays');
}
