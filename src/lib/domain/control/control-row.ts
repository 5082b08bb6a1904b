import { type ApplicationSummary } from '../application/summary.ts';
import { isAt, searchKeyAt, type Whereabouts } from '../application/whereabouts.ts';
import { type Instant } from '../fact/ids.ts';

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

/** Nobody has it: lost on its way, or reported missing at its arrival. */
export const AWAY = (['lost', 'missing'] as const).map((why): Whereabouts => ({ kind: 'unknown', why }));
/** What such rows are found by. */
export const AWAY_KEYS: readonly string[] = AWAY.flatMap((at) => [
	searchKeyAt('packet', at),
	searchKeyAt('result', at)
]);

export const isAway = (key: string): boolean => isAt(key, ...AWAY);

/** Since when nobody has the paper that matters now; null where somebody has it. A row keeps no time of its result: that of the step. */
export function awaySince({ packetAt, packetSince, resultAt, since }: ControlRow): Instant | null {
	if (resultAt !== null) return isAway(resultAt) ? (since ?? packetSince) : null;
	return isAway(packetAt) ? packetSince : null;
}
