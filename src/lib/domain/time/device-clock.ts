import { allow, refuse, type Verdict } from '../application/refusal.ts';
import { type Envelope } from '../fact/fact.ts';
import { type Instant } from '../fact/ids.ts';

/** A larger offset is reported to the user; facts are corrected by any offset (SPEC A15). */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** Intake is refused when the clock is before the device's latest own fact by more than this. */
export const CLOCK_BACK_MS = 24 * 60 * 60_000;

/** The last answer of the server: the local wall clock then, and server time minus local. */
export type LastAnswer = { at: Instant; offsetMs: number };

/**
 * The warning about the clock: the device's time and the server's; null where the clock is right or nothing is known. A clock set
 * back after the last answer cannot be measured, but the server's time was at least that of the answer.
 * @param now local wall clock, ms
 */
export function clockWarning(last: LastAnswer | null, now: Instant): { device: Instant; server: Instant } | null {
	if (!last) return null;
	const isSetBack = last.at - now > CLOCK_TOLERANCE_MS;
	if (!isSetBack && Math.abs(last.offsetMs) <= CLOCK_TOLERANCE_MS) return null;
	return { device: now, server: Math.max(now, last.at) + last.offsetMs };
}

/**
 * The latest time written by a device, including this fact. A head who allows intake with a clock resets it: the clock may have
 * been wrong before, and be right now.
 */
export function latestAfter(
	latest: Instant | null,
	{ type, at, body }: Pick<Envelope, 'type' | 'at' | 'body'>
): Instant {
	const isReleased = type === 'clockChecked' && body['allowed'] !== undefined;
	return isReleased ? at : Math.max(latest ?? at, at);
}

/**
 * Whether an application may be accepted by this clock. A wrong clock only warns and marks; one more than a day before the device's
 * latest own fact stops intake, because the order of its own facts would be lost. Facts written after the clock was set back do not
 * change that.
 * @param latestAt latest wall clock of this device's own facts; null without any
 */
export function intakeByClock(now: Instant, latestAt: Instant | null): Verdict<null> {
	if (latestAt === null || latestAt - now <= CLOCK_BACK_MS) return allow(null);
	return refuse('clockBehind', { at: latestAt });
}
