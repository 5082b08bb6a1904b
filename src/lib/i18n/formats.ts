import { officialDate, weekdayName } from '#lib/domain/text/calendar-words.ts';
import { type Lang } from '#lib/domain/text/lang.ts';
import { type TimeLeft } from '#lib/domain/time/time-left.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { type LocalTime } from '#lib/domain/time/zone.ts';

const UNITS: Readonly<Record<Lang, Record<'workingDay' | 'day' | 'hour' | 'minute' | 'second', string>>> = {
	kk: { workingDay: 'жұмыс күні', day: 'күн', hour: 'сағ', minute: 'мин', second: 'с' },
	ru: { workingDay: 'раб. дн.', day: 'дн.', hour: 'ч', minute: 'мин', second: 'с' }
};

/** `27.11.2026`, in both languages. @throws RangeError if it is not a day of the calendar */
export function formatDate(date: string): string {
	const [year, month, day] = plainDate(date).split('-');
	return `${day}.${month}.${year}`;
}

/** «27.11.2026 (жұма)». @throws RangeError if it is not a day of the calendar */
export function formatDateWithWeekday(date: string, lang: Lang): string {
	return `${formatDate(date)} (${weekdayName(date, lang)})`;
}

/** «2026 жылғы 27 қараша» for running text. @throws RangeError if it is not a day of the calendar */
export function formatOfficialDate(date: string, lang: Lang): string {
	return officialDate(date, lang);
}

/** `14:30` from minutes since midnight. @throws RangeError outside 0..1439 */
export function formatTime(minutes: number): string {
	if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1439)
		throw new RangeError(`Not a minute of a day: ${minutes}`);
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `27.11.2026, 14:30`. */
export function formatMoment(moment: LocalTime): string {
	return `${formatDate(moment.date)}, ${formatTime(moment.minutes)}`;
}

/** The time alone when the moment is of that day («14:30»), else day and time («26.11.2026, 14:30»). */
export function formatMomentSeenOn(moment: LocalTime, today: string): string {
	return moment.date === today ? formatTime(moment.minutes) : formatMoment(moment);
}

/**
 * A span in the two largest units that fit: «2 сағ 15 мин», «3 күн 4 сағ», «15 мин»; under a minute «0 мин».
 * Abbreviations never change with the number, so no plural is needed. The sign is dropped: the label tells the side.
 */
export function formatDuration(milliseconds: number, lang: Lang): string {
	const unit = UNITS[lang];
	const total = Math.floor(Math.abs(milliseconds) / 60_000);
	const [days, hours, minutes] = [Math.floor(total / 1440), Math.floor((total % 1440) / 60), total % 60];
	if (days > 0) return joinParts([days, unit.day], [hours, unit.hour]);
	if (hours > 0) return joinParts([hours, unit.hour], [minutes, unit.minute]);
	return `${minutes} ${unit.minute}`;
}

/** Working time in the two largest units: «2 жұмыс күні 3 сағ», «3 сағ 15 мин», «40 мин». */
export function formatTimeLeft({ days, hours, minutes }: TimeLeft, lang: Lang): string {
	const unit = UNITS[lang];
	const parts: [number, string][] =
		days > 0
			? [
					[days, unit.workingDay],
					[hours, unit.hour]
				]
			: [
					[hours, unit.hour],
					[minutes, unit.minute]
				];
	const counted = parts.filter(([count]) => count > 0);
	// A number never stands alone at the end of a line.
	return (counted.length > 0 ? counted : parts.slice(1)).map(([count, word]) => `${count}\u00a0${word}`).join(' ');
}

/** A short countdown: «14 мин» or, in the last minute, «42 с». */
export function formatCountdown(milliseconds: number, lang: Lang): string {
	const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
	return seconds < 60 ? `${seconds} ${UNITS[lang].second}` : formatDuration(seconds * 1000, lang);
}

/** `12:05` for a clock that counts up in minutes and seconds. */
export function formatStopwatch(milliseconds: number): string {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

function joinParts([first, unit]: [number, string], [second, smaller]: [number, string]): string {
	return second === 0 ? `${first} ${unit}` : `${first} ${unit} ${second} ${smaller}`;
}

const two = (value: number) => String(value).padStart(2, '0');
