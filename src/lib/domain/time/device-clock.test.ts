import { describe, expect, it } from 'vitest';
import { CLOCK_BACK_MS, CLOCK_TOLERANCE_MS, clockWarning, intakeByClock } from './device-clock';

const NOON = Date.UTC(2026, 10, 23, 7);
const MINUTE = 60_000;

describe("the device's own clock", () => {
	it('D50 a clock that differs from the server by more than five minutes is told with both times', () => {
		const last = { at: NOON, offsetMs: -6 * MINUTE };
		expect(clockWarning(last, NOON + MINUTE)).toEqual({ device: NOON + MINUTE, server: NOON - 5 * MINUTE });
		expect(clockWarning({ at: NOON, offsetMs: 6 * MINUTE }, NOON)).toEqual({ device: NOON, server: NOON + 6 * MINUTE });
	});

	it('D50 five minutes and less, or a server that never answered, are no reason to warn', () => {
		expect(clockWarning({ at: NOON, offsetMs: CLOCK_TOLERANCE_MS }, NOON)).toBeNull();
		expect(clockWarning({ at: NOON, offsetMs: -CLOCK_TOLERANCE_MS }, NOON)).toBeNull();
		expect(clockWarning(null, NOON)).toBeNull();
	});

	it('D50 a clock set back since the last answer is told without a line', () => {
		const last = { at: NOON, offsetMs: 1_000 };
		expect(clockWarning(last, NOON - 10 * MINUTE)).toEqual({ device: NOON - 10 * MINUTE, server: NOON + 1_000 });
		expect(clockWarning(last, NOON - 4 * MINUTE)).toBeNull();
	});

	it('D51 intake is refused only when the clock is before the latest own fact by over a day', () => {
		expect(intakeByClock(NOON, NOON + CLOCK_BACK_MS, false).ok).toBe(true);
		expect(intakeByClock(NOON, NOON + CLOCK_BACK_MS + 1, false)).toEqual({
			ok: false,
			code: 'clockBehind',
			params: { at: NOON + CLOCK_BACK_MS + 1 }
		});
		expect(intakeByClock(NOON, NOON - 400 * CLOCK_BACK_MS, false).ok).toBe(true);
		expect(intakeByClock(NOON, null, false).ok).toBe(true);
	});

	it('D51 a head of the Center may let the intake go on', () => {
		expect(intakeByClock(NOON, NOON + 2 * CLOCK_BACK_MS, true).ok).toBe(true);
	});
});
