import { describe, expect, it } from 'vitest';
import { CLOCK_BACK_MS, CLOCK_TOLERANCE_MS, clockWarning, intakeByClock, latestAfter } from './device-clock.ts';

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
		expect(intakeByClock(NOON, NOON + CLOCK_BACK_MS).ok).toBe(true);
		expect(intakeByClock(NOON, NOON + CLOCK_BACK_MS + 1)).toEqual({
			ok: false,
			code: 'clockBehind',
			params: { at: NOON + CLOCK_BACK_MS + 1 }
		});
		expect(intakeByClock(NOON, NOON - 400 * CLOCK_BACK_MS).ok).toBe(true);
		expect(intakeByClock(NOON, null).ok).toBe(true);
	});

	it('D52 once a head has let the intake go on, the clock is compared with what was written since', () => {
		const at = NOON - 3 * CLOCK_BACK_MS;
		const written = latestAfter(NOON, { type: 'printed', at, body: {} });
		expect(intakeByClock(at, written).ok).toBe(false);
		const allowed = latestAfter(written, { type: 'clockChecked', at, body: { allowed: { shown: at, latest: NOON } } });
		expect(intakeByClock(at, allowed).ok).toBe(true);
		expect(intakeByClock(at - 2 * CLOCK_BACK_MS, allowed).ok).toBe(false);
		expect(latestAfter(NOON, { type: 'clockChecked', at, body: { offsetMs: 5 } })).toBe(NOON);
	});
});
