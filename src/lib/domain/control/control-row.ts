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

/** No holder: lost in transit, or reported missing on arrival. */
export const AWAY = (['lost', 'missing'] as const).map((why): Whereabouts => ({ kind: 'unknown', why }));
/** Search keys of such rows. */
export const AWAY_KEYS: readonly string[] = AWAY.flatMap((at) => [
	searchKeyAt('packet', at),
	searchKeyAt('result', at)
]);

export const isAway = (key: string): boolean => isAt(key, ...AWAY);

/**
 * Since when the relevant paper has no holder; null where it has one. A row stores no time of its result: the step's time is used.
 */
export function awaySince({ packetAt, packetSince, resultAt, since }: ControlRow): Instant | null {
	if (resultAt !== null) return isAway(resultAt) ? (since ?? packetSince) : null;
	return isAway(packetAt) ? packetSince : null;
}
