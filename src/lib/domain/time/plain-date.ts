/** A day of the calendar, `YYYY-MM-DD`, 0001..9999, without time and zone. Text order is day order. */
export type PlainDate = string & { readonly __plainDate: true };

/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * The only constructor for texts known to be dates.
 * @throws RangeError if the text is not a day of the calendar; use `parsePlainDate` for typed text
 */
export function plainDate(text: string): PlainDate {
	const date = parsePlainDate(text);
	if (date === undefined) throw new RangeError(`Not a date: ${text}`);
	return date;
}

/** The date if the text is an existing day written `YYYY-MM-DD`, else undefined. */
export function parsePlainDate(text: string): PlainDate | undefined {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!match) return undefined;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
	return text as PlainDate;
}

/** The date a number of days later (or earlier, if negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
	return dateOfDayNumber(dayNumberOf(date) + days);
}

/** Negative if `a` is before `b`, zero if equal, positive if after: for sorting. */
export function compareDates(a: PlainDate, b: PlainDate): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekdayOf(date: PlainDate): Weekday {
	// 1970-01-01 was a Thursday.
	const sinceMonday = dayNumberOf(date) + 3;
	return ((((sinceMonday % 7) + 7) % 7) + 1) as Weekday;
}

/** Number of days from `from` to `to`; negative if before. */
export function dayCountBetween(from: PlainDate, to: PlainDate): number {
	return dayNumberOf(to) - dayNumberOf(from);
}

/** The year of a date, 1..9999. */
export function yearOf(date: PlainDate): number {
	return Number(date.slice(0, 4));
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar.
 * Own arithmetic (years that begin in March, eras of 400 years), so no host time zone can shift a day.
 */
export function dayNumberOf(date: PlainDate): number {
	const year = Number(date.slice(0, 4));
	const month = Number(date.slice(5, 7));
	const day = Number(date.slice(8, 10));
	const shiftedYear = month <= 2 ? year - 1 : year;
	const era = Math.floor(shiftedYear / 400);
	const yearOfEra = shiftedYear - era * 400;
	const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146097 + dayOfEra - 719468;
}

/**
 * The day that is a number of days after 1970-01-01; the inverse of `dayNumberOf`.
 * @throws RangeError outside the years 0001..9999
 */
export function dateOfDayNumber(dayNumber: number): PlainDate {
	const shifted = dayNumber + 719468;
	const era = Math.floor(shifted / 146097);
	const dayOfEra = shifted - era * 146097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

function daysInMonth(year: number, month: number): number {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function pad(value: number, width: number): string {
	return String(value).padStart(width, '0');
}
