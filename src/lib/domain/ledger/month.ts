import { addDays, plainDate, type PlainDate } from '../time/plain-date.ts';

/** A month of the calendar, `YYYY-MM`. */
export type Month = string & { readonly __month: true };

/** @throws RangeError if the text is not a month */
export function month(text: string): Month {
	plainDate(`${text}-01`);
	return text as Month;
}

/** The month in a URL or a field; undefined where it is none. */
export function parseMonth(text: string | null): Month | undefined {
	return text !== null && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? (text as Month) : undefined;
}

export const monthOfDate = (date: PlainDate | string): Month => date.slice(0, 7) as Month;

/** The month `by` months later; earlier where negative. */
export function monthsLater(from: Month, by: number): Month {
	const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + by;
	return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}` as Month;
}

/** First and last day. */
export function daysOfMonth(of: Month): { from: PlainDate; to: PlainDate } {
	return { from: plainDate(`${of}-01`), to: addDays(plainDate(`${monthsLater(of, 1)}-01`), -1) };
}
