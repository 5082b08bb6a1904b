import { BOX_COLUMNS, layOut, type Piece, type Track } from './diagram-layout.ts';
import { type Regulation } from './regulation.ts';
import { type Entry, type Outcome, routeOf, type RouteStep, type UnitCode } from './route.ts';

/** A lane belongs to a unit of para 15, or to the applicant, at both ends of the route. */
export type LaneUnit = UnitCode | 'applicant';

/** `both`: before the decision, where the main process and the alternative one are still the same. */
export type Way = 'both' | Outcome;

export type DiagramLane = { unit: LaneUnit; row: number; rows: number };

export type DiagramBox = {
	/** `accepted`, or after the decision with its process: `signed:refusal`. */
	id: string;
	kind: 'applies' | 'step' | 'decision' | 'collects';
	way: Way;
	unit: LaneUnit;
	/** Null for boxes that are not steps: the applicant's two boxes and the decision. */
	step: RouteStep | null;
	column: number;
	columns: number;
	row: number;
	rows: number;
};

export type DiagramArrow = Track & { way: Way };

/** A regulation as a drawing in abstract units: columns from left to right, rows from top to bottom. */
export type Diagram = {
	entry: Entry;
	lanes: DiagramLane[];
	/** In reading order: the common steps, the decision, the main process, the alternative one. */
	boxes: DiagramBox[];
	arrows: DiagramArrow[];
	columns: number;
	rows: number;
};

/** From the applicant inwards, so that nearly every step leads to an adjacent lane. */
const LANE_ORDER: readonly LaneUnit[] = [
	'applicant',
	'centerInspector',
	'accumulationInspector',
	'chancery',
	'head',
	'executor'
];

type Node = Pick<DiagramBox, 'id' | 'kind' | 'way' | 'unit' | 'step'> & { after: string[]; columns: number };

/**
 * The diagram announced but missing in the resolution's last appendices (C39): lanes are units, boxes are steps, the main and the
 * alternative process part where the answer is drafted. Drawn from the data only, without service names in code.
 * @returns a diagram without boxes for an entry that the regulation does not open
 */
export function diagramOf(regulation: Regulation, entry: Entry): Diagram {
	const notice = routeOf(regulation, entry, 'notice');
	const refusal = routeOf(regulation, entry, 'refusal');
	if (notice.length === 0) return { entry, lanes: [], boxes: [], arrows: [], columns: 0, rows: 0 };
	const nodes = nodesOf(notice, refusal);
	const lanes = lanesOf(nodes);
	const grid = layOut(nodes.map((node) => pieceOf(node, lanes)));
	const ways = new Map(nodes.map(({ id, way }) => [id, way]));
	return {
		entry,
		lanes,
		boxes: grid.placed.map(({ id, column, columns, row, rows }, place) => {
			const { kind, way, unit, step } = nodes[place]!;
			return { id, kind, way, unit, step, column, columns, row, rows };
		}),
		arrows: grid.tracks.map((track) => ({ ...track, way: ways.get(track.to) ?? 'both' })),
		columns: grid.columns,
		rows: lanes.reduce((sum, { rows }) => sum + rows, 0)
	};
}

/** Boxes of one process from start to end, for the list in screen readers. */
export function boxesOfWay({ boxes }: Diagram, way: Way): DiagramBox[] {
	return boxes.filter((box) => box.way === way);
}

function nodesOf(notice: readonly RouteStep[], refusal: readonly RouteStep[]): Node[] {
	// The draft is the decision: from there the two processes differ (tables 2 and 3).
	const at = notice.findIndex(({ fact }) => fact === 'drafted');
	const common = at === -1 ? notice : notice.slice(0, at);
	const start: Node = {
		id: 'applies',
		kind: 'applies',
		way: 'both',
		unit: 'applicant',
		step: null,
		after: [],
		columns: BOX_COLUMNS
	};
	const before = chain(common, 'both', 'applies');
	const last = before.at(-1)?.id ?? 'applies';
	const withEnd = (nodes: Node[], way: Way): Node[] => {
		const id = way === 'both' ? 'collects' : `collects:${way}`;
		return [...nodes, { ...start, id, kind: 'collects', way, after: [nodes.at(-1)?.id ?? last] }];
	};
	const draft = notice[at];
	if (!draft) return withEnd([start, ...before], 'both');
	const decision: Node = { ...start, id: 'decision', kind: 'decision', unit: draft.unit, after: [last] };
	const main = chain(notice.slice(at), 'notice', 'decision');
	const alternative = chain(refusal.slice(at), 'refusal', 'decision');
	return [start, ...before, decision, ...withEnd(main, 'notice'), ...withEnd(alternative, 'refusal')];
}

function chain(steps: readonly RouteStep[], way: Way, after: string): Node[] {
	const idOf = ({ fact }: RouteStep) => (way === 'both' ? fact : `${fact}:${way}`);
	return steps.map((step, place) => {
		const previous = steps[place - 1];
		return {
			id: idOf(step),
			kind: 'step',
			way,
			unit: step.unit,
			step,
			after: [previous ? idOf(previous) : after],
			columns: BOX_COLUMNS
		};
	});
}

/** A lane with steps of both processes has two rows: the main one above, the alternative one below. */
function lanesOf(nodes: readonly Node[]): DiagramLane[] {
	let row = 0;
	return LANE_ORDER.flatMap((unit) => {
		const own = nodes.filter((node) => node.unit === unit);
		if (own.length === 0) return [];
		const rows = unit !== 'applicant' && own.some(({ way }) => way !== 'both') ? 2 : 1;
		row += rows;
		return [{ unit, row: row - rows, rows }];
	});
}

function pieceOf({ id, kind, way, unit, after, columns }: Node, lanes: readonly DiagramLane[]): Piece {
	const lane = lanes.findIndex((each) => each.unit === unit);
	const { row, rows } = lanes[lane]!;
	const own = way === 'both' ? { row, rows } : { row: way === 'refusal' ? row + rows - 1 : row, rows: 1 };
	return { id, lane, ...own, columns, after, mayStand: kind === 'collects' || after[0] === 'applies' };
}
