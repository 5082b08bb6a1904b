import { allow, refuse, type Verdict } from '../application/refusal.ts';
import { type Envelope } from '../fact/fact.ts';
import { type Instant } from '../fact/ids.ts';

/** A clock further off than this is told to people; facts are put right by the offset all the same (SPEC A15). */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** Before the latest of the device's own facts by more than this, intake is refused. */
export const CLOCK_BACK_MS = 24 * 60 * 60_000;

/** The last answer of the server: the local wall clock then, and server time minus local. */
export type LastAnswer = { at: Instant; offsetMs: number };

/**
 * What to tell people of the clock: the device's time and the server's; null where nothing is wrong or nothing is known. A clock
 * that was set back after the last answer cannot be measured, but the server's time was at least that of the answer.
 * @param now local wall clock, ms
 */
export function clockWarning(last: LastAnswer | null, now: Instant): { device: Instant; server: Instant } | null {
	if (!last) return null;
	const isSetBack = last.at - now > CLOCK_TOLERANCE_MS;
	if (!isSetBack && Math.abs(last.offsetMs) <= CLOCK_TOLERANCE_MS) return null;
	return { device: now, server: Math.max(now, last.at) + last.offsetMs };
}

/**
 * The latest time that a device wrote, once it has written this fact too. A head who lets the intake go on by a clock begins it
 * anew: the clock may have been wrong before, and right now.
 */
export function latestAfter(
	latest: Instant | null,
	{ type, at, body }: Pick<Envelope, 'type' | 'at' | 'body'>
): Instant {
	const isReleased = type === 'clockChecked' && body['allowed'] !== undefined;
	return isReleased ? at : Math.max(latest ?? at, at);
}

/**
 * Whether an application may be accepted by this clock. A bad clock warns and marks; only one that is before the latest of the
 * device's own facts by over a day stops the intake, because the order of its own story would be lost. What was written after
 * the clock was set back changes nothing in that.
 * @param latestAt latest wall clock of the facts this device wrote; null where it wrote none
 */
export function intakeByClock(now: Instant, latestAt: Instant | null): Verdict<null> {
	if (latestAt === null || latestAt - now <= CLOCK_BACK_MS) return allow(null);
	return refuse('clockBehind', { at: latestAt });
}
