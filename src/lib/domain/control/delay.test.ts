import { describe, expect, it } from 'vitest';
import { type LIMIT_UNITS } from '../regulation/vocabulary';
import { type WorkingCalendar } from '../time/calendar';
import { plainDate } from '../time/plain-date';
import { ALMATY, instantOf } from '../time/zone';
import { delayOf } from './delay';

const calendar: WorkingCalendar = {
	from: plainDate('2026-01-01'),
	to: plainDate('2026-12-31'),
	weekend: [6, 7],
	days: new Map([
		[
			plainDate('2026-11-30'),
			{ date: plainDate('2026-11-30'), kind: 'dayOff', reason: 'override', name: { kk: '', ru: '' } }
		]
	])
};
const at = (date: string, hour: number) => instantOf(plainDate(date), hour * 60, ALMATY);
const HOUR = 3_600_000;
/** Friday, closing time. */
const due = at('2026-11-27', 18);
const late = (now: number, unit: (typeof LIMIT_UNITS)[number] | null) =>
	delayOf(due, now, unit, { calendar, zone: ALMATY });

describe('by how much a limit is overdue', () => {
	it('Z11 a limit in days is late by working days: the weekend and the org’s own day off are none', () => {
		for (const unit of ['workingDays', 'calendarDays', 'withinWorkingDay', 'withinOneDay', 'timesPerDay'] as const) {
			expect(late(at('2026-12-01', 9), unit)).toEqual({ in: 'workingDays', days: 1 });
			expect(late(at('2026-12-02', 9), unit)).toEqual({ in: 'workingDays', days: 2 });
		}
	});

	it('Z11 while no working day has passed it is told in hours', () => {
		expect(late(at('2026-11-27', 20), 'workingDays')).toEqual({ in: 'time', milliseconds: 2 * HOUR });
		expect(late(at('2026-11-28', 18), 'workingDays')).toEqual({ in: 'time', milliseconds: 24 * HOUR });
	});

	it('Z11 a limit in hours or minutes stays in hours and minutes, however late', () => {
		for (const unit of ['hours', 'minutes', null] as const)
			expect(late(at('2026-12-02', 18), unit)).toEqual({ in: 'time', milliseconds: 5 * 24 * HOUR });
	});
});
