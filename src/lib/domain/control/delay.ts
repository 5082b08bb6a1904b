import { type ApplicationSummary } from '../application/summary';
import { workingDaysLeft } from '../examination/days-left';
import { type Instant } from '../fact/ids';
import { type LimitUnit } from '../regulation/vocabulary';
import { type WorkingCalendar } from '../time/calendar';
import { localOf, type Zone } from '../time/zone';

/** What a row tells of the limit of its next step. */
export type LimitedRow = Pick<ApplicationSummary, 'regulation' | 'next' | 'center' | 'body' | 'units' | 'due'>;

/** By how much a limit is overdue, in what its reader counts in. */
export type Delay = { in: 'workingDays'; days: number } | { in: 'time'; milliseconds: number };

/** These run in office hours; every other limit ends with a day, and what is late by it is counted in days. */
const IN_TIME: readonly LimitUnit[] = ['minutes', 'hours'];

/**
 * By how much a limit is overdue. A limit in days is told in working days: the last day does not count, today does; while
 * none has passed, on the last day's evening or a day off, in hours and minutes.
 * @param unit of the limit; null where it is not known, which is told in hours and minutes
 * @param calendar of the org whose step it is
 */
export function delayOf(
	due: Instant,
	now: Instant,
	unit: LimitUnit | null,
	{ calendar, zone }: { calendar: WorkingCalendar; zone: Zone }
): Delay {
	const inTime: Delay = { in: 'time', milliseconds: now - due };
	if (unit === null || IN_TIME.includes(unit)) return inTime;
	const { days } = workingDaysLeft(localOf(now, zone).date, localOf(due, zone).date, calendar);
	return days > 0 ? { in: 'workingDays', days } : inTime;
}
