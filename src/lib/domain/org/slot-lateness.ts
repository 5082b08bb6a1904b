import { type PlainDate } from '../time/plain-date.ts';
import { ALMATY, instantOf } from '../time/zone.ts';
import { type ClosedSlot } from './day-closing.ts';

/** A round this long after its slot still counts as in time. */
const TOLERANCE_MINUTES = 10;

/** Lateness of a round in minutes; 0 where it was in time or not made at all. */
export function minutesLate({ minutes, madeAt }: Pick<ClosedSlot, 'minutes' | 'madeAt'>, date: PlainDate): number {
	if (madeAt === null) return 0;
	const late = Math.floor((madeAt - instantOf(date, minutes, ALMATY)) / 60_000);
	return late > TOLERANCE_MINUTES ? late : 0;
}
