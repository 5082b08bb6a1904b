import { officeDayFrom, workSpansOn } from './office-hours.ts';
import { type DueContext } from './due.ts';
import { addDays } from './plain-date.ts';
import { instantOf, localOf } from './zone.ts';

/** When terms in working time start to run again; null while they run: lunch, nights and days off stop them. */
export function workBeginsAt(now: number, { zone, hours, calendar }: DueContext): number | null {
	const today = localOf(now, zone).date;
	for (let date = today; ; date = addDays(date, 1)) {
		date = officeDayFrom(date, hours, calendar);
		for (const span of workSpansOn(date, hours)) {
			const from = instantOf(date, span.from, zone);
			if (now < from) return from;
			if (now < instantOf(date, span.to, zone)) return null;
		}
	}
}
