import { describe, expect, it } from 'vitest';
import { plainDate, type PlainDate } from '#lib/domain/time/plain-date.ts';
import { ALMATY, instantOf } from '#lib/domain/time/zone.ts';
import { silentSince } from './silent-device.ts';

const OFFICE = {
	hours: { open: 540, close: 1080, lunch: null, weekdays: [1, 2, 3, 4, 5] as const },
	calendar: { from: plainDate('2026-01-01'), to: plainDate('2026-12-31'), weekend: [6, 7] as const, days: new Map() }
};
const [FRIDAY, MONDAY]: PlainDate[] = [plainDate('2026-11-27'), plainDate('2026-11-30')];
const at = (day: PlainDate, hour: number) => instantOf(day, hour * 60, ALMATY);
const since = (seenAt: number | null, now: number, revokedAt: number | null = null) =>
	silentSince({ seenAt, revokedAt }, now, OFFICE);

describe('a device that is not heard of', () => {
	it('I83 is silent once a whole working day is over, nights and days off not counted', () => {
		const seen = at(FRIDAY!, 15);
		expect(since(seen, at(FRIDAY!, 23))).toBeNull();
		expect(since(seen, at(MONDAY!, 9)), 'after a weekend').toBeNull();
		expect(since(seen, at(MONDAY!, 14))).toBeNull();
		expect(since(seen, at(MONDAY!, 15))).toBe(seen);
	});

	it('I83 is not called silent if it never reported, or is revoked', () => {
		expect(since(null, at(MONDAY!, 15))).toBeNull();
		expect(since(at(FRIDAY!, 9), at(MONDAY!, 15), at(FRIDAY!, 10))).toBeNull();
	});
});
