import { describe, expect, it } from 'vitest';
import { type WorkingCalendar } from '../time/calendar';
import { plainDate } from '../time/plain-date';
import { workingDaysLeft } from './days-left';

const calendar: WorkingCalendar = {
	from: plainDate('2026-01-01'),
	to: plainDate('2026-12-31'),
	weekend: [6, 7],
	days: new Map()
};
const left = (today: string, due: string) => workingDaysLeft(plainDate(today), plainDate(due), calendar);

describe('the days of a limit', () => {
	it('U43 counts working days, the last one with, today without; a day off is no day', () => {
		expect(left('2026-11-27', '2026-11-27')).toEqual({ late: false, days: 0 });
		expect(left('2026-11-27', '2026-12-01')).toEqual({ late: false, days: 2 });
		expect(left('2026-11-29', '2026-11-30')).toEqual({ late: false, days: 1 });
	});

	it('U43 after the last day it counts how many are over', () => {
		expect(left('2026-12-01', '2026-11-27')).toEqual({ late: true, days: 2 });
		expect(left('2026-11-29', '2026-11-27')).toEqual({ late: true, days: 0 });
	});
});
