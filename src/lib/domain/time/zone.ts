import { addDays, dateOfDayNumber, dayNumberOf, type PlainDate } from './plain-date.ts';

/**
 * A time zone as a pinned table: an offset holds from its instant until the next one's. The host's own tables are not used: a
 * device with tzdata older than 2024a is one hour fast.
 */
export type Zone = {
	name: string;
	/** In order of `from` (epoch milliseconds); the first holds for all time before the second. */
	offsets: readonly { from: number; minutes: number }[];
};

/** A wall clock: the day and the whole minutes since its midnight, 0..1439. */
export type LocalTime = { date: PlainDate; minutes: number };

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * South Kazakhstan (Shymkent, Turkestan): UTC+6, and UTC+5 since 2024-03-01 00:00 of the old offset; 29.02.2024 had
 * 25 hours. Source: tzdb 2024a. Summer time before 2005 is left out: the resolution is of 2012.
 */
export const ALMATY: Zone = {
	name: 'Asia/Almaty',
	offsets: [
		{ from: Number.NEGATIVE_INFINITY, minutes: 360 },
		{ from: Date.UTC(2024, 1, 29, 18), minutes: 300 }
	]
};

/** The wall clock of a zone at an instant (epoch milliseconds). */
export function localOf(instant: number, zone: Zone): LocalTime {
	const local = instant + offsetAt(instant, zone) * MINUTE;
	const day = Math.floor(local / DAY);
	return { date: dateOfDayNumber(day), minutes: Math.floor((local - day * DAY) / MINUTE) };
}

/**
 * The instant (epoch milliseconds) of a wall clock. An hour that comes twice is taken the first time; one that is
 * skipped, as if the clock had not been changed. 1440 minutes are the next day's midnight.
 */
export function instantOf(date: PlainDate, minutes: number, zone: Zone): number {
	const wall = dayNumberOf(date) * DAY + minutes * MINUTE;
	const candidates = zone.offsets.map((offset) => ({
		instant: wall - offset.minutes * MINUTE,
		minutes: offset.minutes
	}));
	const real = candidates.filter((candidate) => offsetAt(candidate.instant, zone) === candidate.minutes);
	const chosen = real.length > 0 ? real : candidates;
	return Math.min(...chosen.map((candidate) => candidate.instant));
}

/** The instant at which the day after `date` begins. */
export function endOfDay(date: PlainDate, zone: Zone): number {
	return instantOf(addDays(date, 1), 0, zone);
}

function offsetAt(instant: number, zone: Zone): number {
	const current = zone.offsets.findLast((offset) => offset.from <= instant) ?? zone.offsets[0];
	if (current === undefined) throw new RangeError(`Zone ${zone.name} has no offsets`);
	return current.minutes;
}
