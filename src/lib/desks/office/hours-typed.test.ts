import { describe, expect, it } from 'vitest';
import { type OfficeHours } from '#lib/domain/time/office-hours.ts';
import { plainDate } from '#lib/domain/time/plain-date.ts';
import { hoursAsTyped, type HoursTyped, readHours } from './hours-typed.ts';

const TODAY = plainDate('2026-11-27');
const WEEK: OfficeHours = { open: 540, close: 1080, lunch: { from: 780, to: 840 }, weekdays: [1, 2, 3, 4, 5] };
const typed = (changed: Partial<HoursTyped> = {}): HoursTyped => ({ ...hoursAsTyped(WEEK, TODAY), ...changed });
const mistakes = (changed: Partial<HoursTyped>) => {
	const read = readHours(typed(changed), TODAY);
	return read.ok ? {} : Object.fromEntries(read.mistakes);
};

describe('office hours as they are typed', () => {
	it('I81 are read back as they were shown, short days too', () => {
		const hours: OfficeHours = {
			...WEEK,
			weekdays: [1, 2, 3, 4, 5, 6],
			short: [{ weekday: 6, open: 600, close: 840, lunch: null }]
		};
		expect(readHours(hoursAsTyped(hours, TODAY), TODAY)).toEqual({ ok: true, from: TODAY, hours });
	});

	it('I81 every wrong field has its own mistake, all at once', () => {
		const short = [{ weekday: 6 as const, open: '10', close: '9', lunchFrom: '', lunchTo: '' }];
		expect(mistakes({ open: '', close: '99', lunchTo: '', weekdays: [6], short, from: '31.11.2026' })).toEqual({
			open: 'timeMissing',
			close: 'timeWrong',
			lunchTo: 'lunchHalf',
			'6-close': 'closeEarly',
			from: 'dateWrong'
		});
	});

	it.each([
		[{ close: '9' }, { close: 'closeEarly' }],
		[{ lunchFrom: '9' }, { lunchFrom: 'lunchEarly' }],
		[{ lunchTo: '13' }, { lunchTo: 'lunchBackwards' }],
		[{ lunchTo: '18' }, { lunchTo: 'lunchLate' }],
		[{ weekdays: [] }, { weekdays: 'weekdaysMissing' }],
		[{ from: '' }, { from: 'dateMissing' }],
		[{ from: '2026-11-26' }, { from: 'dayPast' }]
	])('I81 %j is said to be %j', (changed, expected) => {
		expect(mistakes(changed)).toEqual(expected);
	});

	it('I81 hours of a day that is not worked are left out, whatever is typed there', () => {
		const short = [{ weekday: 6 as const, open: 'x', close: '', lunchFrom: '', lunchTo: '' }];
		expect(readHours(typed({ short }), TODAY)).toEqual({ ok: true, from: TODAY, hours: WEEK });
	});
});
