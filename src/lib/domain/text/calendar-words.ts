import { plainDate, type Weekday, weekdayOf } from '../time/plain-date.ts';
import { type Lang } from './lang.ts';

/*
 * Own names, because Chromium has no Kazakh calendar data (it prints «2012 M12 14») while Node has: server and device must print
 * the same.
 */
const WEEKDAYS: Readonly<Record<Lang, readonly string[]>> = {
	kk: ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'],
	ru: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье']
};

const WEEKDAYS_SHORT: Readonly<Record<Lang, readonly string[]>> = {
	kk: ['дс', 'сс', 'ср', 'бс', 'жм', 'сб', 'жс'],
	ru: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']
};

const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
	kk: [
		'қаңтар',
		'ақпан',
		'наурыз',
		'сәуір',
		'мамыр',
		'маусым',
		'шілде',
		'тамыз',
		'қыркүйек',
		'қазан',
		'қараша',
		'желтоқсан'
	],
	ru: [
		'январь',
		'февраль',
		'март',
		'апрель',
		'май',
		'июнь',
		'июль',
		'август',
		'сентябрь',
		'октябрь',
		'ноябрь',
		'декабрь'
	]
};

/** Russian months in the genitive, as after a day. Kazakh ones stay in the dictionary form there. */
const MONTHS_AFTER_DAY_RU = [
	'января',
	'февраля',
	'марта',
	'апреля',
	'мая',
	'июня',
	'июля',
	'августа',
	'сентября',
	'октября',
	'ноября',
	'декабря'
] as const;

/** Name of a month, 1..12, in the dictionary form. @throws RangeError outside 1..12 */
export function monthName(month: number, lang: Lang): string {
	const name = MONTHS[lang][month - 1];
	if (name === undefined) throw new RangeError(`Not a month: ${month}`);
	return name;
}

/** Short name of a weekday by its number, 1 (Monday) to 7: «дс», «пн». */
export function shortWeekdayName(weekday: Weekday, lang: Lang): string {
	return WEEKDAYS_SHORT[lang][weekday - 1]!;
}

/** Weekday of a date `YYYY-MM-DD`: «жұма», or «жм» when short. @throws RangeError if it is not a day of the calendar */
export function weekdayName(date: string, lang: Lang, width: 'long' | 'short' = 'long'): string {
	const names = width === 'long' ? WEEKDAYS : WEEKDAYS_SHORT;
	return names[lang][weekdayOf(plainDate(date)) - 1]!;
}

/**
 * For running official text: «2026 жылғы 27 қараша», «27 ноября 2026 года»; no ending after the name of the month.
 * @throws RangeError if it is not a day of the calendar
 */
export function officialDate(date: string, lang: Lang): string {
	const [year, month, day] = plainDate(date).split('-').map(Number) as [number, number, number];
	return lang === 'kk'
		? `${year} жылғы ${day} ${monthName(month, 'kk')}`
		: `${day} ${MONTHS_AFTER_DAY_RU[month - 1]} ${year} года`;
}
