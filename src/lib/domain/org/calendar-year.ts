import { type Words } from '../regulation/vocabulary.ts';
import { type WorkingCalendar } from '../time/calendar.ts';
import { isOfficeDay, type OfficeHours } from '../time/office-hours.ts';
import { addDays, plainDate, type PlainDate, weekdayOf } from '../time/plain-date.ts';
import { type Override, overridden } from './calendar-overrides.ts';

/** Source of a day's kind: its weekday, the dated data, or the org's override. */
export type DayReason =
	'weekday' | 'weekend' | 'holiday' | 'substitute' | 'transferOff' | 'transferWorked' | 'setOff' | 'setWorked';

export type CalendarCell = {
	date: PlainDate;
	works: boolean;
	reason: DayReason;
	/** Of a holiday, a transfer, or the reason that the administrator gave. */
	name: Words | null;
	/** The day in the dated data, without the org's overrides. */
	inData: { works: boolean; reason: DayReason; name: Words | null };
	override: Override | null;
};

/** A month as rows of weeks, Monday first; null where a week begins or ends in another month. */
export type CalendarMonth = { month: number; weeks: (CalendarCell | null)[][] };

/**
 * The twelve months of a year with an org's working days.
 * @param calendar the dated data, without the org's overrides
 */
export function calendarYear(
	year: number,
	calendar: WorkingCalendar,
	overrides: readonly Override[],
	hours: OfficeHours
): CalendarMonth[] {
	const set = new Map(overrides.map((override) => [override.date, override]));
	const own = overridden(calendar, overrides);
	const cellOf = (date: PlainDate): CalendarCell => {
		const override = set.get(date) ?? null;
		const inData = readingOf(date, calendar, hours);
		return { date, ...(override ? readingOf(date, own, hours) : inData), inData, override };
	};
	return Array.from({ length: 12 }, (_, index) => ({
		month: index + 1,
		weeks: weeksOf(year, index + 1).map((week) => week.map((date) => date && cellOf(date)))
	}));
}

function readingOf(date: PlainDate, calendar: WorkingCalendar, hours: OfficeHours): CalendarCell['inData'] {
	const works = isOfficeDay(date, hours, calendar);
	const day = calendar.days.get(date);
	if (!day) return { works, reason: works ? 'weekday' : 'weekend', name: null };
	const worked = day.kind === 'workingDay';
	const reasons = {
		holiday: 'holiday',
		substitute: 'substitute',
		transfer: worked ? 'transferWorked' : 'transferOff',
		override: worked ? 'setWorked' : 'setOff'
	} as const;
	return { works, reason: reasons[day.reason], name: day.name };
}

function weeksOf(year: number, month: number): (PlainDate | null)[][] {
	const first = plainDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
	const weeks: (PlainDate | null)[][] = [];
	for (
		let monday = addDays(first, 1 - weekdayOf(first));
		monday.slice(0, 7) <= first.slice(0, 7);
		monday = addDays(monday, 7)
	) {
		const week = Array.from({ length: 7 }, (_, day) => addDays(monday, day));
		weeks.push(week.map((date) => (date.slice(0, 7) === first.slice(0, 7) ? date : null)));
	}
	return weeks;
}

/** The day that a key moves to, as in every calendar grid; undefined for other keys. Never outside the year. */
export function dayAfterKey(date: PlainDate, key: string): PlainDate | undefined {
	const weekday = weekdayOf(date);
	const steps: Partial<Record<string, number>> = {
		ArrowLeft: -1,
		ArrowRight: 1,
		ArrowUp: -7,
		ArrowDown: 7,
		Home: 1 - weekday,
		End: 7 - weekday
	};
	const step = steps[key];
	const target =
		step !== undefined
			? addDays(date, step)
			: key === 'PageUp'
				? monthAway(date, -1)
				: key === 'PageDown'
					? monthAway(date, 1)
					: undefined;
	return target?.slice(0, 4) === date.slice(0, 4) ? target : target && date;
}

/** The same day of a neighbouring month, or its last day. */
function monthAway(date: PlainDate, by: 1 | -1): PlainDate {
	const month = Number(date.slice(5, 7)) + by;
	if (month < 1 || month > 12) return date;
	const first = plainDate(`${date.slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
	const same = addDays(first, Number(date.slice(8)) - 1);
	if (same.slice(0, 7) === first.slice(0, 7)) return same;
	return addDays(same, -Number(same.slice(8)));
}
