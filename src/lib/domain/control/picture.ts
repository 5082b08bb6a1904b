import { type ControlClock } from './control-clock.ts';
import { type ControlRow } from './control-row.ts';
import { DUE_STATES, type DueState, dueStateOf } from './due-state.ts';

export type Counts = Record<DueState, number> & { total: number };

/** Dimensions of the picture and of the list's filter. */
export const DIMENSIONS = ['step', 'person', 'service', 'center'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export type Bar = { key: string; counts: Counts };
export type Picture = { total: Counts; bars: Record<Dimension, Bar[]> };

/**
 * Key of an application in a dimension.
 * - step: its next step's fact
 * - person: `staff/<id>` of the executor while the step is the executor's, else `unit/<code>`
 * - service: id of the regulation; center: its org, or `direct` where it came straight to the body
 */
export function keyOf(row: ControlRow, dimension: Dimension): string {
	switch (dimension) {
		case 'step':
			return row.next ?? '';
		case 'person': {
			const unit = row.units[0];
			return unit === 'executor' && row.executor ? `staff/${row.executor}` : `unit/${unit ?? ''}`;
		}
		case 'service':
			return row.regulation ?? '';
		case 'center':
			return row.center ?? 'direct';
	}
}

const noCounts = (): Counts => ({ overdue: 0, risk: 0, inTime: 0, unlimited: 0, waiting: 0, total: 0 });

/** Number of applications with the same key in every dimension and the same state. */
export type Cell = Record<Dimension, string> & { state: DueState; count: number };

/** Counts of all rows, and per step, person, service and Center; the most urgent first. */
export function pictureOf(rows: Iterable<ControlRow>, clock: ControlClock): Picture {
	return pictureOfCells(cellsOf(rows, clock));
}

/** The same from counted rows. */
export function pictureOfCells(cells: Iterable<Cell>): Picture {
	const total = noCounts();
	const found = new Map(DIMENSIONS.map((dimension) => [dimension, new Map<string, Counts>()]));
	for (const cell of cells) {
		count(total, cell);
		for (const [dimension, bars] of found) {
			const counts = bars.get(cell[dimension]) ?? noCounts();
			bars.set(cell[dimension], counts);
			count(counts, cell);
		}
	}
	const barsOf = (dimension: Dimension): Bar[] =>
		[...found.get(dimension)!].map(([key, counts]) => ({ key, counts })).sort(compareBars);
	return {
		total,
		bars: {
			step: barsOf('step'),
			person: barsOf('person'),
			service: barsOf('service'),
			center: barsOf('center')
		}
	};
}

function* cellsOf(rows: Iterable<ControlRow>, clock: ControlClock): Generator<Cell> {
	for (const row of rows)
		yield {
			step: keyOf(row, 'step'),
			person: keyOf(row, 'person'),
			service: keyOf(row, 'service'),
			center: keyOf(row, 'center'),
			state: dueStateOf(row, clock),
			count: 1
		};
}

function count(counts: Counts, { state, count: more }: Cell): void {
	counts[state] += more;
	counts.total += more;
}

/** By the states in order of urgency, then by key, so that equal bars keep their order. */
function compareBars(a: Bar, b: Bar): number {
	for (const state of DUE_STATES) if (a.counts[state] !== b.counts[state]) return b.counts[state] - a.counts[state];
	return a.key < b.key ? -1 : 1;
}
