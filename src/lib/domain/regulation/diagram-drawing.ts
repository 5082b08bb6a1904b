import { type Diagram, type DiagramArrow, type DiagramBox, type DiagramLane, type LaneUnit } from './diagram.ts';
import { type BoxMark, drawBox, type Rect, writeBox, type WrittenBox } from './diagram-box.ts';
import { type Drawing, LETTER, line, type Shape, tidy } from './diagram-look.ts';
import { drawArrow } from './diagram-arrow.ts';
import { wrapText } from './diagram-text.ts';
import { type Outcome } from './vocabulary.ts';

/** The texts of a drawing in one language. */
type DrawingWords = {
	title: string;
	subtitle: string;
	lane: (unit: LaneUnit) => string;
	/** The action of a box; a short word for the decision. */
	action: (box: DiagramBox) => string;
	/** Empty where the regulation gives none. */
	limit: (box: DiagramBox) => string;
	/** At the two arrows of the decision. */
	ways: Readonly<Record<Outcome, string>>;
	/** Meaning of the solid and the dashed line. */
	legend: Readonly<Record<Outcome, string>>;
	here: string;
};

const COLUMN = 45;
const GAP = 15;
const HEAD_WIDTH = 104;
const HEADER = 46;
const FOOTER = 26;
const ROW_PAD = 9;
const EDGE = 6;

/**
 * A diagram as shapes with their places. Lines are broken by our own text metrics, so the same data give the same drawing on every
 * device and on paper.
 */
export function drawDiagram(
	diagram: Diagram,
	words: DrawingWords,
	marks: ReadonlyMap<string, BoxMark> = new Map()
): Drawing {
	const written = diagram.boxes.map((box) =>
		writeBox(
			box,
			{ action: words.action(box), limit: words.limit(box), here: words.here },
			marks.get(box.id),
			box.columns * COLUMN - GAP
		)
	);
	const heights = rowHeights(diagram.rows, written, diagram.lanes, words);
	const topOf = (row: number) => HEADER + heights.slice(0, row).reduce((sum, height) => sum + height, 0);
	const places = new Map(written.map((each) => [each.box.id, placeOf(each, topOf)]));
	const width = EDGE + HEAD_WIDTH + diagram.columns * COLUMN + EDGE;
	const height = topOf(diagram.rows) + FOOTER;
	const xOf = (column: number) => leftOf(column) + COLUMN / 2;
	const arrowOf = (arrow: DiagramArrow): Shape[] =>
		drawArrow(arrow, {
			from: places.get(arrow.from)!,
			to: places.get(arrow.to)!,
			x: xOf(arrow.column),
			fromDecision: arrow.from === 'decision',
			toDecision: arrow.to === 'decision',
			state: marks.get(arrow.to)?.state,
			label: arrow.form === 'corner' && arrow.way !== 'both' ? words.ways[arrow.way] : ''
		});
	return {
		width,
		height: tidy(height),
		title: words.title,
		shapes: [
			{ kind: 'rect', look: 'page', x: 0, y: 0, width, height: tidy(height), radius: 0 },
			line(EDGE, 20, words.title, { size: 14, bold: true }),
			line(EDGE, 36, words.subtitle, { look: 'textQuiet' }),
			...diagram.lanes.flatMap((lane, place) => drawLane(lane, place, words, topOf, width)),
			...diagram.arrows.flatMap(arrowOf),
			...written.flatMap((each) => drawBox(each, places.get(each.box.id)!)),
			...drawLegend(words, height - 8)
		]
	};
}

const leftOf = (column: number) => EDGE + HEAD_WIDTH + column * COLUMN;

function placeOf({ box, width, height }: WrittenBox, topOf: (row: number) => number): Rect {
	const [top, bottom] = [topOf(box.row), topOf(box.row + box.rows)];
	return { x: leftOf(box.column) + GAP / 2, y: tidy((top + bottom - height) / 2), width, height };
}

/** Every row is as high as its highest box; a box over two rows, or a lane's name, may enlarge them. */
function rowHeights(
	rows: number,
	written: readonly WrittenBox[],
	lanes: readonly DiagramLane[],
	words: DrawingWords
): number[] {
	const heights = Array.from({ length: rows }, (_, row) =>
		Math.max(
			LETTER,
			...written.filter(({ box }) => box.row === row && box.rows === 1).map(({ height }) => height + 2 * ROW_PAD)
		)
	);
	const widen = (first: number, count: number, needed: number) => {
		const own = heights.slice(first, first + count).reduce((sum, height) => sum + height, 0);
		const more = Math.max(0, needed - own) / count;
		for (let row = first; row < first + count; row++) heights[row]! += more;
	};
	for (const { box, height } of written) widen(box.row, box.rows, height + 2 * ROW_PAD);
	for (const { row, rows: count, unit } of lanes) widen(row, count, laneLines(words.lane(unit)).length * 13 + 12);
	return heights.map(tidy);
}

const laneLines = (name: string) => wrapText(name, HEAD_WIDTH - 14, LETTER, true);

function drawLane(
	{ row, rows, unit }: DiagramLane,
	place: number,
	words: DrawingWords,
	topOf: (row: number) => number,
	width: number
): Shape[] {
	const [top, bottom] = [topOf(row), topOf(row + rows)];
	const lines = laneLines(words.lane(unit));
	const first = (top + bottom) / 2 - ((lines.length - 1) * 13) / 2 + 3.5;
	const area = { y: tidy(top), height: tidy(bottom - top), radius: 0 };
	return [
		{
			kind: 'rect',
			look: place % 2 === 0 ? 'laneAlternate' : 'lane',
			x: EDGE,
			width: width - 2 * EDGE,
			...area
		},
		{ kind: 'rect', look: 'laneHead', x: EDGE, width: HEAD_WIDTH - 6, ...area },
		...lines.map((text, at) => line(EDGE + 7, first + at * 13, text, { bold: true }))
	];
}

function drawLegend({ legend }: DrawingWords, y: number): Shape[] {
	const second = EDGE + 330;
	return [
		{ kind: 'path', look: 'arrow', d: `M${EDGE} ${tidy(y - 3)}h28` },
		line(EDGE + 34, y, legend.notice, { look: 'textQuiet' }),
		{ kind: 'path', look: 'arrowRefusal', d: `M${second} ${tidy(y - 3)}h28` },
		line(second + 34, y, legend.refusal, { look: 'textQuiet' })
	];
}
