import { type Instant } from '../fact/ids.ts';
import { nextWorkingDay, type WorkingCalendar } from '../time/calendar.ts';
import { type PlainDate } from '../time/plain-date.ts';
import { endOfDay, localOf, type Zone } from '../time/zone.ts';

/** The moment of a picture, with the two days that a head looks at. */
export type ControlClock = {
	now: Instant;
	today: PlainDate;
	/** When today ends. */
	todayEnds: Instant;
	/** The next working day: what becomes late then can still be done in time. */
	nextDay: PlainDate;
	nextDayEnds: Instant;
};

export function controlClock(now: Instant, zone: Zone, calendar: WorkingCalendar): ControlClock {
	const today = localOf(now, zone).date;
	const nextDay = nextWorkingDay(today, calendar);
	return { now, today, todayEnds: endOfDay(today, zone), nextDay, nextDayEnds: endOfDay(nextDay, zone) };
}
