import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay } from '#lib/domain/time/calendar.ts';
import { addDays, plainDate, type PlainDate } from '#lib/domain/time/plain-date.ts';
import { calendar } from './catalog.ts';
import { parseCalendar } from './working-calendar.ts';

/** Days off of a span that are not Saturdays or Sundays, and worked Saturdays and Sundays. */
function differences(from: string, to: string): { off: string[]; worked: string[] } {
	const off: string[] = [];
	const worked: string[] = [];
	for (let day: PlainDate = plainDate(from); day <= plainDate(to); day = addDays(day, 1)) {
		const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
		if (weekend && isWorkingDay(day, calendar)) worked.push(day.slice(5));
		if (!weekend && !isWorkingDay(day, calendar)) off.push(day.slice(5));
	}
	return { off, worked };
}

const YEARS = Array.from({ length: 16 }, (_, year) => 2012 + year);
const isWeekend = (day: PlainDate) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The law on holidays with its changes: day and the years in which it counts. */
const HOLIDAYS = [
	...['01-01', '01-02', '01-07', '03-08'].map((day) => ({ day, from: 2012, to: 2027 })),
	{ day: '03-15', from: 2027, to: 2027 },
	...['03-21', '03-22', '03-23', '05-01'].map((day) => ({ day, from: 2012, to: 2027 })),
	{ day: '05-07', from: 2013, to: 2027 },
	...['05-09', '07-06'].map((day) => ({ day, from: 2012, to: 2027 })),
	{ day: '08-30', from: 2012, to: 2025 },
	{ day: '10-25', from: 2022, to: 2027 },
	{ day: '12-01', from: 2012, to: 2021 },
	{ day: '12-16', from: 2012, to: 2027 },
	{ day: '12-17', from: 2012, to: 2021 }
];

describe('the calendar of Kazakhstan', () => {
	it('T16 is the official one of 2026: Nauryz reaches to the 25th, and 30 August is no holiday any more', () => {
		expect(differences('2026-01-01', '2026-12-31')).toEqual({
			off: [
				...['01-01', '01-02', '01-07', '03-09', '03-23', '03-24', '03-25', '05-01', '05-07'],
				...['05-11', '05-27', '07-06', '10-26', '12-16']
			],
			worked: []
		});
	});

	it('T16 knows the days that the Government moved', () => {
		expect(differences('2024-05-01', '2024-05-31')).toEqual({
			off: ['05-01', '05-07', '05-08', '05-09'],
			worked: ['05-04']
		});
		expect(differences('2025-01-01', '2025-01-31')).toEqual({
			off: ['01-01', '01-02', '01-03', '01-07'],
			worked: ['01-05']
		});
		expect(differences('2013-12-16', '2014-01-07')).toEqual({
			off: ['12-16', '12-17', '01-01', '01-02', '01-03', '01-07'],
			worked: ['12-28']
		});
	});

	it('T16 a substitute day that was itself moved is worked: 11 May 2020', () => {
		expect(isWorkingDay(plainDate('2020-05-11'), calendar)).toBe(true);
		expect(isWorkingDay(plainDate('2020-05-08'), calendar)).toBe(false);
	});

	it('T16 knows the year of the resolution', () => {
		expect(differences('2012-12-01', '2012-12-31')).toEqual({
			off: ['12-03', '12-17', '12-18', '12-31'],
			worked: ['12-29']
		});
		expect(addWorkingDays(plainDate('2012-12-14'), 10, calendar)).toBe('2013-01-03');
	});

	it('T16 Constitution Day is 15 March from 2027, and Nauryz has its substitute on the 24th', () => {
		expect(differences('2027-03-09', '2027-03-31').off).toEqual(['03-15', '03-22', '03-23', '03-24']);
	});

	it.each(YEARS)(
		'T16 has every holiday of %i as a day off, and a day instead of each state holiday on a weekend',
		(year) => {
			const holidays = calendar.days
				.values()
				.filter(({ date, reason }) => reason === 'holiday' && date.startsWith(`${year}`));
			const dates = [...holidays].map(({ date, name }) => ({ date, name: name.kk }));
			const ait = dates.filter(({ name }) => name === 'Құрбан айт');
			expect(ait).toHaveLength(1);
			const rest = dates.filter(({ name }) => name !== 'Құрбан айт').map(({ date }) => date.slice(5));
			expect(rest.toSorted()).toEqual(
				HOLIDAYS.filter(({ from, to }) => from <= year && year <= to).map(({ day }) => day)
			);
			for (const { date } of dates) expect(isWorkingDay(date, calendar), date).toBe(false);
			// The day before counts, too: in 2020 the Government moved the day off for 9 May from the 11th to the 8th.
			const aroundIt = (day: PlainDate) => [-1, 1, 2, 3, 4, 5].map((far) => addDays(day, far));
			const instead = (day: PlainDate) =>
				!isWeekend(day) && !isWorkingDay(day, calendar) && calendar.days.get(day)?.reason !== 'holiday';
			const onWeekends = rest.map((day) => plainDate(`${year}-${day}`)).filter(isWeekend);
			const without = onWeekends.filter((day) => !aroundIt(day).some(instead)).map((day) => day.slice(5));
			expect(without.filter((day) => day !== '01-07')).toEqual([]);
		}
	);

	it('T16 data that name an unknown holiday are refused', () => {
		const empty = { from: '2026-01-01', to: '2026-12-31', weekend: [6, 7], source: '', names: {}, transfers: [] };
		expect(() =>
			parseCalendar({ ...empty, holidays: [{ date: '2026-01-01', name: 'newYear' }], substitutes: [] })
		).toThrow(/newYear/);
		expect(() =>
			parseCalendar({ ...empty, holidays: [], substitutes: [{ date: '2026-01-02', of: '2026-01-01' }] })
		).toThrow(/2026-01-01/);
	});
});
