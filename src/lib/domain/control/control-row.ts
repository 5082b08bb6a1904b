import { type ApplicationSummary } from '../application/summary';
import { type Instant } from '../fact/ids';

/** What the control room reads of an application: a part of its projection row. */
export type ControlRow = Pick<
	ApplicationSummary,
	| 'number'
	| 'name'
	| 'regulation'
	| 'next'
	| 'center'
	| 'body'
	| 'due'
	| 'since'
	| 'sinceBy'
	| 'units'
	| 'executor'
	| 'packetAt'
	| 'packetSince'
	| 'resultAt'
>;

const isAway = (place: string): boolean => place === 'unknown/lost' || place === 'unknown/missing';

/** Since when nobody has the paper that matters now; null where somebody has it. A row keeps no time of its result: that of the step. */
export function awaySince({ packetAt, packetSince, resultAt, since }: ControlRow): Instant | null {
	if (resultAt !== null) return isAway(resultAt) ? (since ?? packetSince) : null;
	return isAway(packetAt) ? packetSince : null;
}
