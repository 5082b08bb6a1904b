import { type ControlClock } from './control-clock.ts';
import { awaySince, type ControlRow } from './control-row.ts';
import { DUE_STATES, type DueState, dueStateOf } from './due-state.ts';
import { DIMENSIONS, type Dimension, keyOf } from './picture.ts';

/** Null: no filter. */
export type ControlFilter = Record<Dimension, string | null> & { state: DueState | null };

export const noFilter = (): ControlFilter => ({ step: null, person: null, service: null, center: null, state: null });

export function matchesFilter(row: ControlRow, filter: ControlFilter, clock: ControlClock): boolean {
	if (filter.state !== null && dueStateOf(row, clock) !== filter.state) return false;
	return DIMENSIONS.every((dimension) => filter[dimension] === null || keyOf(row, dimension) === filter[dimension]);
}

/** Pressing the selected bar removes the filter. */
export function toggled<K extends keyof ControlFilter>(
	filter: ControlFilter,
	dimension: K,
	key: NonNullable<ControlFilter[K]>
): ControlFilter {
	return { ...filter, [dimension]: filter[dimension] === key ? null : key };
}

export type UrgentRow = { row: ControlRow; state: DueState };

/**
 * The rows that pass a filter, the most urgent first: papers without a holder, the longest missing first; then the longest overdue,
 * the soonest due; without a limit, the oldest.
 */
export function urgentList(rows: Iterable<ControlRow>, filter: ControlFilter, clock: ControlClock): UrgentRow[] {
	const found: UrgentRow[] = [];
	for (const row of rows) if (matchesFilter(row, filter, clock)) found.push({ row, state: dueStateOf(row, clock) });
	return found.sort(compareUrgency);
}

function compareUrgency(a: UrgentRow, b: UrgentRow): number {
	const [awayA, awayB] = [awaySince(a.row), awaySince(b.row)];
	if ((awayA === null) !== (awayB === null)) return awayA === null ? 1 : -1;
	if (awayA !== null && awayB !== null && awayA !== awayB) return awayA - awayB;
	const [dueA, dueB] = [a.row.due, b.row.due];
	if (dueA !== null && dueB !== null && dueA !== dueB) return dueA - dueB;
	if ((dueA === null) !== (dueB === null)) return dueA === null ? 1 : -1;
	const byState = DUE_STATES.indexOf(a.state) - DUE_STATES.indexOf(b.state);
	if (byState !== 0) return byState;
	return a.row.packetSince - b.row.packetSince || (a.row.number < b.row.number ? -1 : 1);
}
