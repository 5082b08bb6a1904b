import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from './plain-date.ts';
import { ALMATY, endOfDay, instantOf, localOf } from './zone.ts';

const instant = fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2027, 11, 31) });

describe('the zone', () => {
	it('T2 is UTC+6 in the life of the resolution and UTC+5 since March 2024', () => {
		expect(localOf(Date.UTC(2012, 11, 14, 3, 30), ALMATY)).toEqual({ date: '2012-12-14', minutes: 570 });
		expect(localOf(Date.UTC(2026, 10, 22, 4, 30), ALMATY)).toEqual({ date: '2026-11-22', minutes: 570 });
		expect(localOf(Date.UTC(2012, 11, 14, 18), ALMATY)).toEqual({ date: '2012-12-15', minutes: 0 });
	});

	it('T2 gives 29.02.2024 twenty-five hours: 23:59 is followed by 23:00', () => {
		const change = Date.UTC(2024, 1, 29, 18);
		expect(localOf(change - 1, ALMATY)).toEqual({ date: '2024-02-29', minutes: 1439 });
		expect(localOf(change, ALMATY)).toEqual({ date: '2024-02-29', minutes: 1380 });
		const day = plainDate('2024-02-29');
		expect(endOfDay(day, ALMATY) - instantOf(day, 0, ALMATY)).toBe(25 * 3_600_000);
	});

	it('T2 takes an hour that comes twice the first time', () => {
		expect(instantOf(plainDate('2024-02-29'), 1410, ALMATY)).toBe(Date.UTC(2024, 1, 29, 17, 30));
	});

	it('T2 gets from an instant to the wall clock and back', () => {
		fc.assert(
			fc.property(instant, (at) => {
				const { date, minutes } = localOf(at, ALMATY);
				const back = instantOf(date, minutes, ALMATY);
				const inSecondHour = at >= Date.UTC(2024, 1, 29, 18) && at < Date.UTC(2024, 1, 29, 19);
				expect(back).toBe(at - (at % 60_000) - (inSecondHour ? 3_600_000 : 0));
			})
		);
	});

	it('T2 does as if the clock had not been changed in an hour that is skipped', () => {
		const spring = {
			name: 'Test/Spring',
			offsets: [
				{ from: -Infinity, minutes: 60 },
				{ from: Date.UTC(2030, 2, 31, 1), minutes: 120 }
			]
		};
		expect(instantOf(plainDate('2030-03-31'), 150, spring)).toBe(Date.UTC(2030, 2, 31, 0, 30));
	});
});
