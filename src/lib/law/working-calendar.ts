import * as v from 'valibot';
import { plainDate, type PlainDate, type Weekday } from '#lib/domain/time/plain-date.ts';
import { type CalendarDay, type WorkingCalendar } from '#lib/domain/time/calendar.ts';

const date = v.pipe(
	v.string(),
	v.transform((text) => plainDate(text))
);

const calendarSchema = v.strictObject({
	from: date,
	to: date,
	weekend: v.array(
		v.pipe(
			v.number(),
			v.transform((day) => day as Weekday)
		)
	),
	source: v.string(),
	names: v.record(v.string(), v.strictObject({ kk: v.string(), ru: v.string() })),
	holidays: v.array(v.strictObject({ date, name: v.string(), estimated: v.optional(v.literal(true)) })),
	substitutes: v.array(v.strictObject({ date, of: date })),
	transfers: v.array(v.strictObject({ off: date, worked: date }))
});

/**
 * The working calendar from dated data: holidays, then the days off that a holiday on a weekend moved, then the Government's
 * transfers, which take precedence (in 2020 a substitute day was itself moved).
 * @throws Error if the data are broken: a bug of the build
 */
export function parseCalendar(data: unknown): WorkingCalendar {
	const { from, to, weekend, names, holidays, substitutes, transfers } = v.parse(calendarSchema, data);
	const days = new Map<PlainDate, CalendarDay>();
	for (const { date, name } of holidays) {
		const words = names[name];
		if (words === undefined) throw new Error(`The holiday ${name} has no name`);
		days.set(date, { date, kind: 'dayOff', reason: 'holiday', name: words });
	}
	for (const { date, of } of substitutes) {
		const holiday = days.get(of);
		if (holiday === undefined) throw new Error(`${date} stands for ${of}, which is no holiday`);
		days.set(date, { date, kind: 'dayOff', reason: 'substitute', name: holiday.name });
	}
	for (const { off, worked } of transfers) {
		const offName = {
			kk: `Ауыстырылған демалыс күні: ${shown(worked)}`,
			ru: `Перенесённый выходной день: ${shown(worked)}`
		};
		const workedName = {
			kk: `Ауыстырылған жұмыс күні: ${shown(off)}`,
			ru: `Перенесённый рабочий день: ${shown(off)}`
		};
		days.set(off, { date: off, kind: 'dayOff', reason: 'transfer', name: offName });
		days.set(worked, { date: worked, kind: 'workingDay', reason: 'transfer', name: workedName });
	}
	return { from, to, weekend, days };
}

function shown(date: PlainDate): string {
	return date.split('-').reverse().join('.');
}
