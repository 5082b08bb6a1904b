import { officialDate as officialDateIn, weekdayName } from '../text/calendar-words.ts';
import { plainDate } from '../time/plain-date.ts';
import { type Bilingual } from './paper-model.ts';

/** A moment on the wall clock of the Center: date `YYYY-MM-DD` and minutes since midnight, 0..1439. */
export type LocalMoment = { readonly date: string; readonly minutes: number };

/** `27.11.2026`. @throws RangeError if the text is not a calendar date */
export function shortDate(date: string): string {
	const [year, month, day] = partsOf(date);
	return `${day}.${month}.${year}`;
}

/** `27.11.2026 (жұма · пятница)`. @throws RangeError if the text is not a calendar date */
export function dateWithWeekday(date: string): string {
	return `${shortDate(date)} (${weekdayName(date, 'kk')} · ${weekdayName(date, 'ru')})`;
}

/** `14:30`. @throws RangeError outside 0..1439 */
export function clockTime(minutes: number): string {
	if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1439)
		throw new RangeError(`Not a minute of a day: ${minutes}`);
	return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `23.11.2026, 10:42`. */
export function shortMoment(moment: LocalMoment): string {
	return `${shortDate(moment.date)}, ${clockTime(moment.minutes)}`;
}

/** `23.11.2026 (дүйсенбі · понедельник), 10:42`. */
export function momentWithWeekday(moment: LocalMoment): string {
	return `${dateWithWeekday(moment.date)}, ${clockTime(moment.minutes)}`;
}

/** For running official text: «2026 жылғы 27 қараша» · «27 ноября 2026 года», without an ending after the month. */
export function officialDates(date: string): Bilingual {
	return { kk: officialDateIn(date, 'kk'), ru: officialDateIn(date, 'ru') };
}

function partsOf(date: string): [year: string, month: string, day: string] {
	const known = plainDate(date);
	return [known.slice(0, 4), known.slice(5, 7), known.slice(8, 10)];
}
