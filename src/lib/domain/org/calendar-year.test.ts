import { type Role } from '../fact/ids.ts';
import { describe, expect, it } from 'vitest';
import { calendar, directory } from '#lib/law/catalog.ts';
import { type DecideContext } from '../application/context.ts';
import { type FactId, type OrgId, type StaffId } from '../fact/ids.ts';
import { plainDate } from '../time/plain-date.ts';
import { mayByRole } from '../acts/rights.ts';
import { dayMistake, setDay } from './calendar-acts.ts';
import { type Override } from './calendar-overrides.ts';
import { calendarYear, dayAfterKey } from './calendar-year.ts';

const hours = directory.officeHours.body;
const off: Override = {
	date: plainDate('2026-11-26'),
	kind: 'dayOff',
	reason: 'Бұйрық № 7',
	fact: 'f1' as FactId,
	by: 'staff-1' as StaffId,
	at: 1
};
const cells = (overrides: Override[] = [], year = 2026) =>
	calendarYear(year, calendar, overrides, hours).flatMap(({ weeks }) => weeks.flat().filter((cell) => cell !== null));
const cell = (date: string, overrides: Override[] = []) =>
	cells(overrides, Number(date.slice(0, 4))).find((each) => each.date === date);

describe('a year of an org', () => {
	it('T33 has every day once, in weeks from Monday', () => {
		expect(cells()).toHaveLength(365);
		expect(cells([], 2024)).toHaveLength(366);
		const november = calendarYear(2026, calendar, [], hours)[10]!;
		expect(november.weeks.every((week) => week.length === 7)).toBe(true);
		expect(november.weeks[0]!.map((each) => each?.date ?? null)).toEqual([...Array<null>(6).fill(null), '2026-11-01']);
		expect(november.weeks.at(-1)![0]?.date).toBe('2026-11-30');
	});

	it('T33 tells why each day is what it is', () => {
		const reasons = (...dates: string[]) => dates.map((date) => cell(date)?.reason);
		expect(reasons('2026-11-26', '2026-11-28', '2026-12-16', '2026-03-24')).toEqual([
			'weekday',
			'weekend',
			'holiday',
			'substitute'
		]);
		expect(reasons('2024-05-08', '2024-05-04')).toEqual(['transferOff', 'transferWorked']);
		expect(cell('2026-12-16')).toMatchObject({ works: false, name: { ru: 'День Независимости' } });
		expect(cell('2024-05-04')?.works).toBe(true);
	});

	it('T33 shows what the org set, with its reason, beside what the data say', () => {
		expect(cell('2026-11-26', [off])).toMatchObject({
			works: false,
			reason: 'setOff',
			name: { kk: 'Бұйрық № 7', ru: 'Бұйрық № 7' },
			inData: { works: true, reason: 'weekday', name: null },
			override: off
		});
		const worked: Override = { ...off, date: plainDate('2026-12-16'), kind: 'workingDay', reason: null };
		expect(cell('2026-12-16', [worked])).toMatchObject({
			works: true,
			reason: 'setWorked',
			inData: { reason: 'holiday' }
		});
	});

	it('T33 an org that works on Saturdays has them', () => {
		const saturdays = calendarYear(2026, calendar, [], { ...hours, weekdays: [1, 2, 3, 4, 5, 6] });
		const found = saturdays[10]!.weeks.flat().find((each) => each?.date === '2026-11-28');
		expect(found).toMatchObject({ works: true, reason: 'weekday' });
	});

	it.each([
		['2026-11-26', 'ArrowLeft', '2026-11-25'],
		['2026-11-26', 'ArrowRight', '2026-11-27'],
		['2026-11-26', 'ArrowUp', '2026-11-19'],
		['2026-11-26', 'ArrowDown', '2026-12-03'],
		['2026-11-26', 'Home', '2026-11-23'],
		['2026-11-26', 'End', '2026-11-29'],
		['2026-10-31', 'PageDown', '2026-11-30'],
		['2026-03-31', 'PageUp', '2026-02-28'],
		['2026-01-01', 'ArrowLeft', '2026-01-01'],
		['2026-12-31', 'ArrowDown', '2026-12-31'],
		['2026-12-31', 'PageDown', '2026-12-31'],
		['2026-11-26', 'Enter', undefined]
	])('T34 from %s the key %s leads to %s', (from, key, to) => {
		expect(dayAfterKey(plainDate(from), key)).toBe(to);
	});
});

describe('a word on a day', () => {
	const org = 'body-15' as OrgId;
	const center = 'center-04' as OrgId;
	const { date } = off;
	const context: DecideContext = {
		actor: 'admin' as StaffId,
		role: 'admin',
		org,
		now: 0,
		newId: () => 'new' as FactId
	};

	it('T35 needs a reason to set a day, and something set to take it back', () => {
		expect(dayMistake({ date, choice: 'dayOff', reason: ' ' }, null)).toBe('reasonMissing');
		expect(dayMistake({ date, choice: 'dayOff', reason: 'Бұйрық' }, null)).toBeUndefined();
		expect(dayMistake({ date, choice: 'asInTheData', reason: '' }, null)).toBe('nothingChanged');
		expect(dayMistake({ date, choice: 'asInTheData', reason: '' }, off)).toBeUndefined();
		expect(dayMistake({ date, choice: 'dayOff', reason: 'Бұйрық № 7' }, off)).toBe('nothingChanged');
		expect(dayMistake({ date, choice: 'dayOff', reason: 'Бұйрық № 8' }, off)).toBeUndefined();
	});

	it('T35 is a fact of the org that tells the orgs of its district', () => {
		const set = { date, choice: 'dayOff', reason: ' Бұйрық № 7 ', tell: [center] } as const;
		expect(setDay(set, null, context)).toEqual({
			ok: true,
			value: [
				{
					type: 'calendarChanged',
					subject: { kind: 'org', org },
					body: { date, day: 'dayOff', reason: 'Бұйрық № 7', tell: [center] },
					details: null
				}
			]
		});
		expect(setDay({ date, choice: 'asInTheData', reason: '', tell: [] }, off, context)).toMatchObject({
			value: [{ body: { date, day: 'dayOff', undo: true } }]
		});
	});

	it('F74 what is in force already is not set again, and only what was set is taken back', () => {
		const again = { date, choice: 'dayOff', reason: 'Бұйрық № 7', tell: [] } as const;
		expect(setDay(again, off, context)).toMatchObject({ ok: false, code: 'dayUnchanged' });
		expect(setDay({ ...again, reason: '' }, null, context)).toMatchObject({ ok: false, code: 'reasonMissing' });
		const back = { ...again, choice: 'asInTheData' } as const;
		expect(setDay(back, null, context)).toMatchObject({ ok: false, code: 'dayUnchanged' });
		expect(setDay(again, null, { ...context, role: 'chancery' })).toMatchObject({ ok: false, code: 'noRight' });
	});

	it('T35 is said by administrators and heads', () => {
		const maySetDays = (role: Role) => mayByRole('setDay', role);
		expect((['admin', 'head', 'centerHead'] as const).every(maySetDays)).toBe(true);
		expect((['chancery', 'executor', 'centerInspector', 'accumulationInspector'] as const).some(maySetDays)).toBe(
			false
		);
	});
});
