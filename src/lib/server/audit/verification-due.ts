import { type Instant } from '#lib/domain/fact/ids.ts';
import { ALMATY, localOf } from '#lib/domain/time/zone.ts';

const HOUR = 3_600_000;
/** When nobody works: minutes of the day, from one o'clock to five. */
const NIGHT = { from: 60, to: 300 };

/**
 * Whether the server proves its database by itself: once a night, and at any hour where two nights went by without it, because the
 * machine sleeps at night.
 * @param last when the last run began; null where there was none
 */
export function isVerificationDue(last: Instant | null, now: Instant): boolean {
	const { minutes } = localOf(now, ALMATY);
	if (minutes >= NIGHT.from && minutes < NIGHT.to) return last === null || now - last > 12 * HOUR;
	return last !== null && now - last > 48 * HOUR;
}
