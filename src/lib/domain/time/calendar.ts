import { type Words } from '../regulation/vocabulary.ts';
import { addDays, type PlainDate, type Weekday, weekdayOf } from './plain-date.ts';

export type DayKind = 'dayOff' | 'workingDay';

/** A day that differs from its weekday, or a holiday. */
export type CalendarDay = {
	date: PlainDate;
	kind: DayKind;
	/**
	 * `holiday`: the day itself; `substitute`: a holiday fell on a day off; `transfer`: moved by the Government;
	 * `override`: set by an administrator.
	 */
	reason: 'holiday' | 'substitute' | 'transfer' | 'override';
	name: Words;
};

/** Working days as dated data: public tables and libraries get the Kazakh substitutes and transfers wrong. */
export type WorkingCalendar = {
	/** First and last day of the data; outside, only weekdays count. */
	from: PlainDate;
	to: PlainDate;
	weekend: readonly Weekday[];
	days: ReadonlyMap<PlainDate, CalendarDay>;
};

/** A calendar with overrides; the later of two overrides of a day counts. */
export function withOverrides(
	calendar: WorkingCalendar,
	overrides: readonly { date: PlainDate; kind: DayKind; name: Words }[]
): WorkingCalendar {
	const days = new Map(calendar.days);
	for (const { date, kind, name } of overrides) days.set(date, { date, kind, reason: 'override', name });
	return { ...calendar, days };
}

/** The kind of a day in the dated data; undefined if only its weekday counts. */
export function explicitKindOf(date: PlainDate, calendar: WorkingCalendar): DayKind | undefined {
	return calendar.days.get(date)?.kind;
}

/** Whether a day is a working day. */
export function isWorkingDay(date: PlainDate, calendar: WorkingCalendar): boolean {
	const explicit = explicitKindOf(date, calendar);
	return explicit === undefined ? !calendar.weekend.includes(weekdayOf(date)) : explicit === 'workingDay';
}

/** The first working day on or after a day. */
export function workingDayFrom(date: PlainDate, calendar: WorkingCalendar): PlainDate {
	// A series of days off is at most about ten days long; a longer search means a calendar without working days.
	for (let days = 0; days < 400; days++) {
		const candidate = addDays(date, days);
		if (isWorkingDay(candidate, calendar)) return candidate;
	}
	throw new RangeError('A calendar without working days');
}

/** The first working day after a day. */
export function nextWorkingDay(date: PlainDate, calendar: WorkingCalendar): PlainDate {
	return workingDayFrom(addDays(date, 1), calendar);
}

/** The n-th working day after a day, the day itself not counted; for 0 the day itself. */
export function addWorkingDays(date: PlainDate, count: number, calendar: WorkingCalendar): PlainDate {
	let day = date;
	for (let done = 0; done < count; done++) day = nextWorkingDay(day, calendar);
	return day;
}

/** Whether the dated data cover a day: outside, holidays are unknown and a due date must show that. */
export function dataReach(calendar: WorkingCalendar, date: PlainDate): boolean {
	return calendar.from <= date && date <= calendar.to;
}
