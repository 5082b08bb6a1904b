import { type WorkingCalendar } from '../time/calendar.ts';
import { type OfficeHours } from '../time/office-hours.ts';
import { slotsOn } from '../time/slots.ts';
import { localOf, type Zone } from '../time/zone.ts';

type SlotContext = { zone: Zone; hours: OfficeHours; calendar: WorkingCalendar };

/**
 * The slot of a round made now, as stored in its fact: the nearest of the day. Undefined on a day without slots.
 * @param times minutes since midnight
 */
export function slotOfRound(
	at: number,
	times: readonly number[],
	context: SlotContext
): { date: string; minutes: number } | undefined {
	const slot = slotsOn(at, times, [at], context).find(({ state }) => state === 'done');
	return slot && { date: localOf(at, context.zone).date, minutes: slot.time };
}
