import { type DayHours, type OfficeHours } from '#lib/domain/time/office-hours.ts';
import { parsePlainDate, type PlainDate, type Weekday } from '#lib/domain/time/plain-date.ts';
import { timeOf, typedTime } from '#lib/tools/registry/typed-time.ts';

/** Hours of a day as typed; without a break both fields of lunch are empty. */
export type DayTyped = { open: string; close: string; lunchFrom: string; lunchTo: string };
type ShortTyped = DayTyped & { weekday: Weekday };
/** Hours of a week as typed, from a day on. */
export type HoursTyped = DayTyped & { from: string; weekdays: Weekday[]; short: ShortTyped[] };

export type HoursMistake =
	| 'timeMissing'
	| 'timeWrong'
	| 'closeEarly'
	| 'lunchHalf'
	| 'lunchEarly'
	| 'lunchLate'
	| 'lunchBackwards'
	| 'weekdaysMissing'
	| 'dateMissing'
	| 'dateWrong'
	| 'dayPast';
/** By field: `open`, `weekdays`, `from`, and `6-close` for a weekday with hours of its own. In the order of the screen. */
export type HoursMistakes = ReadonlyMap<string, HoursMistake>;

/** Hours as a command takes them. */
type HoursGiven = DayHours & { weekdays: Weekday[]; short?: (DayHours & { weekday: Weekday })[] };
type HoursRead = { ok: true; from: PlainDate; hours: HoursGiven } | { ok: false; mistakes: HoursMistakes };

/** The fields of hours that are in force. @param from the day from which changed ones are to hold */
export function hoursAsTyped({ weekdays, short = [], ...day }: OfficeHours, from: PlainDate): HoursTyped {
	const own = short.map(({ weekday, ...hours }) => ({ ...dayAsTyped(hours), weekday }));
	return { ...dayAsTyped(day), from, weekdays: [...weekdays], short: own };
}

/** Reads hours as typed, all mistakes at once: each field has its own. */
export function readHours(typed: HoursTyped, today: PlainDate): HoursRead {
	const mistakes = new Map<string, HoursMistake>();
	const day = readDay(typed, '', mistakes);
	if (typed.weekdays.length === 0) mistakes.set('weekdays', 'weekdaysMissing');
	const own = typed.short.filter(({ weekday }) => typed.weekdays.includes(weekday));
	const short = own.map((each) => ({ weekday: each.weekday, ...readDay(each, `${each.weekday}-`, mistakes) }));
	const from = parsePlainDate(typed.from);
	if (!from) mistakes.set('from', typed.from.trim() === '' ? 'dateMissing' : 'dateWrong');
	else if (from < today) mistakes.set('from', 'dayPast');
	if (mistakes.size > 0 || !from) return { ok: false, mistakes };
	const weekdays = [...typed.weekdays].sort((a, b) => a - b);
	return { ok: true, from, hours: { ...day, weekdays, ...(short.length > 0 ? { short } : {}) } };
}

const dayAsTyped = ({ open, close, lunch }: DayHours): DayTyped => ({
	open: timeOf(open),
	close: timeOf(close),
	lunchFrom: lunch ? timeOf(lunch.from) : '',
	lunchTo: lunch ? timeOf(lunch.to) : ''
});

/** Hours of one day; what they are where `mistakes` grew says nothing. */
function readDay(typed: DayTyped, prefix: string, mistakes: Map<string, HoursMistake>): DayHours {
	const before = mistakes.size;
	const note = (field: keyof DayTyped, mistake: HoursMistake) => mistakes.set(prefix + field, mistake);
	const hasLunch = typed.lunchFrom.trim() !== '' || typed.lunchTo.trim() !== '';
	const read = (field: keyof DayTyped, whenEmpty: HoursMistake): number => {
		const time = typedTime(typed[field]);
		if (time === null) note(field, typed[field].trim() === '' ? whenEmpty : 'timeWrong');
		return time ?? 0;
	};
	const [open, close] = [read('open', 'timeMissing'), read('close', 'timeMissing')];
	const lunch = hasLunch ? { from: read('lunchFrom', 'lunchHalf'), to: read('lunchTo', 'lunchHalf') } : null;
	if (mistakes.size === before) {
		if (close <= open) note('close', 'closeEarly');
		else if (lunch && lunch.from <= open) note('lunchFrom', 'lunchEarly');
		else if (lunch && lunch.to <= lunch.from) note('lunchTo', 'lunchBackwards');
		else if (lunch && lunch.to >= close) note('lunchTo', 'lunchLate');
	}
	return { open, close, lunch };
}
