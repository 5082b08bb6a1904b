import { type Instant } from '#lib/domain/fact/ids.ts';
import { timeLeft } from '#lib/domain/time/time-left.ts';
import { type OfficeHours } from '#lib/domain/time/office-hours.ts';
import { type WorkingCalendar } from '#lib/domain/time/calendar.ts';
import { ALMATY } from '#lib/domain/time/zone.ts';
import { type DeviceEntry } from '#lib/protocol/registry-messages.ts';

type Office = { hours: OfficeHours; calendar: WorkingCalendar };

/**
 * Since when a device has been silent: last seen, with a whole working day of its office over since then. Null where it is not, was
 * never heard of, or is revoked.
 */
export function silentSince(
	{ seenAt, revokedAt }: Pick<DeviceEntry, 'seenAt' | 'revokedAt'>,
	at: Instant,
	{ hours, calendar }: Office
): Instant | null {
	if (seenAt === null || revokedAt !== null || seenAt > at) return null;
	return timeLeft(seenAt, at, { zone: ALMATY, hours, calendar }).days > 0 ? seenAt : null;
}
