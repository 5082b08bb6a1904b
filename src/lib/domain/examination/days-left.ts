import { nextWorkingDay, type WorkingCalendar } from '../time/calendar';
import { type PlainDate } from '../time/plain-date';

/** How far a day is from today in working days, the day itself counted, today not. */
export type DaysLeft = { late: boolean; days: number };

/** Working days from today to the last day of a limit, or from that day until today where it has passed. */
export function workingDaysLeft(today: PlainDate, due: PlainDate, calendar: WorkingCalendar): DaysLeft {
	const late = due < today;
	const [from, to] = late ? [due, today] : [today, due];
	let days = 0;
	for (let day = nextWorkingDay(from, calendar); day <= to; day = nextWorkingDay(day, calendar)) days += 1;
	return { late, days };
}
