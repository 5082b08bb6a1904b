import { type DiagramArrow } from './diagram.ts';
import { type BoxMark, type Rect } from './diagram-box.ts';
import { line, type LookName, type Shape, tidy } from './diagram-look.ts';
import { wrapText } from './diagram-text.ts';

export type ArrowPlace = {
	from: Rect;
	to: Rect;
	/** Middle of the column in which the arrow crosses rows. */
	x: number;
	fromDecision: boolean;
	toDecision: boolean;
	/** Of the box it leads to. */
	state: BoxMark['state'] | undefined;
	/** At an arrow of the decision: which process begins here. */
	label: string;
};

type Point = { x: number; y: number };

const HEAD = 6;
/** Above there is less room: the incoming arrow runs beside the label. */
const LABEL_WIDTH = { notice: 66, refusal: 108 } as const;
const LABEL_SIZE = 9;

/** The line, head and label of an arrow. */
export function drawArrow(arrow: DiagramArrow, place: ArrowPlace): Shape[] {
	const points = pointsOf(arrow, place);
	const [body, head] = looks(arrow, place.state);
	const end = points.at(-1)!;
	const before = points.at(-2)!;
	const d = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${tidy(x)} ${tidy(y)}`).join('');
	return [
		{ kind: 'path', look: body, d },
		{ kind: 'path', look: head, d: headOf(before, end) },
		...labelOf(arrow, place, end.y)
	];
}

function pointsOf({ form }: DiagramArrow, { from, to, x, fromDecision, toDecision }: ArrowPlace): Point[] {
	const middle = (rect: Rect) => rect.y + rect.height / 2;
	const right = { x: from.x + from.width, y: middle(from) };
	const isDown = to.y > from.y;
	const edge = (rect: Rect, isDecision: boolean, below: boolean): Point => {
		// A decision is a diamond: its edge slopes away from the corner.
		const slope = isDecision ? (rect.height / 2) * (Math.abs(x - (rect.x + rect.width / 2)) / (rect.width / 2)) : 0;
		return { x, y: below ? rect.y + rect.height - slope : rect.y + slope };
	};
	switch (form) {
		case 'along':
			return [right, { x: to.x, y: middle(to) }];
		case 'across':
			return [edge(from, fromDecision, isDown), edge(to, toDecision, !isDown)];
		case 'turn':
			return [right, { x, y: right.y }, edge(to, toDecision, !isDown)];
		case 'corner': {
			// From the slope at the right: the corners above and below are for the incoming arrow.
			const corner = from.x + from.width * 0.75;
			const rise = (from.height / 4) * (middle(to) < middle(from) ? -1 : 1);
			return [
				{ x: corner, y: middle(from) + rise },
				{ x: corner, y: middle(to) },
				{ x: to.x, y: middle(to) }
			];
		}
	}
}

function looks({ way }: DiagramArrow, state: ArrowPlace['state']): [LookName, LookName] {
	if (state === 'off') return ['arrowOff', 'headOff'];
	if (state === 'done' || state === 'here') return ['arrowDone', 'headDone'];
	return [way === 'refusal' ? 'arrowRefusal' : 'arrow', 'headPlain'];
}

function headOf(before: Point, end: Point): string {
	const half = HEAD / 2 + 0.3;
	const [dx, dy] = [Math.sign(tidy(end.x - before.x)), Math.sign(tidy(end.y - before.y))];
	const base = { x: end.x - dx * HEAD, y: end.y - dy * HEAD };
	const [a, b] = [
		{ x: base.x + dy * half, y: base.y + dx * half },
		{ x: base.x - dy * half, y: base.y - dx * half }
	];
	return `M${tidy(end.x)} ${tidy(end.y)}L${tidy(a.x)} ${tidy(a.y)}L${tidy(b.x)} ${tidy(b.y)}Z`;
}

/** Above the main process, below the alternative one: there the line leaves room on both sides of the corner. */
function labelOf({ way }: DiagramArrow, { to, label }: ArrowPlace, y: number): Shape[] {
	if (way === 'both') return [];
	const lines = wrapText(label, LABEL_WIDTH[way], LABEL_SIZE, true);
	const first = way === 'notice' ? y - 5 - (lines.length - 1) * 11 : y + 12;
	return lines.map((text, place) =>
		line(to.x - 5, first + place * 11, text, { size: LABEL_SIZE, bold: true, anchor: 'end' })
	);
}
