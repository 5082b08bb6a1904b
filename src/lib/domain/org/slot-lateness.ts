import { type PlainDate } from '../time/plain-date.ts';
import { ALMATY, instantOf } from '../time/zone.ts';
import { type ClosedSlot } from './day-closing.ts';

/** A round so much after its slot still counts as in time. */
const TOLERANCE_MINUTES = 10;

/** How late a round of a day was made, in minutes; 0 where it was in time or not made at all. */
export function minutesLate({ minutes, madeAt }: Pick<ClosedSlot, 'minutes' | 'madeAt'>, date: PlainDate): number {
	if (madeAt === null) return 0;
	const late = Math.floor((madeAt - instantOf(date, minutes, ALMATY)) / 60_000);
	return late > TOLERANCE_MINUTES ? late : 0;
}
