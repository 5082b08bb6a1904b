import { type DiagramBox } from './diagram.ts';
import { LETTER, line, type LookName, type Shape, tidy } from './diagram-look.ts';
import { textWidth, wrapText } from './diagram-text.ts';

/** State of a box for an application: `gap` was jumped without a record, `off` is in the other process. */
export type BoxMark = { state: 'done' | 'here' | 'ahead' | 'gap' | 'off'; notes: readonly string[] };

/** A box with its text broken into lines: its height is known before its place. */
export type WrittenBox = {
	box: DiagramBox;
	mark: BoxMark | undefined;
	here: string;
	limit: string[];
	lines: string[];
	notes: string[];
	width: number;
	height: number;
};

export type Rect = { x: number; y: number; width: number; height: number };

const PAD = 7;
const LINE = 12.2;
const SMALL = 8.8;
const SMALL_LINE = 10.8;
const BADGE = 7.5;
const DIAMOND_HEIGHT = 58;

/** Breaks the text of a box to its width. */
export function writeBox(
	box: DiagramBox,
	words: { action: string; limit: string; here: string },
	mark: BoxMark | undefined,
	width: number
): WrittenBox {
	const room = width - 2 * PAD;
	const hasBadge = (box.step?.no ?? null) !== null;
	const limit = wrapText(words.limit, room - (hasBadge ? 2 * BADGE + 4 : 0), SMALL, true);
	const lines = wrapText(words.action, room, LETTER, box.kind !== 'step');
	const notes = (mark?.notes ?? []).flatMap((note) => wrapText(note, room, SMALL));
	const head = headHeight(hasBadge, limit);
	const notesHeight = notes.length === 0 ? 0 : 3 + notes.length * SMALL_LINE;
	const height =
		box.kind === 'decision' ? DIAMOND_HEIGHT : tidy(2 * PAD + head + lines.length * LINE + notesHeight - 2);
	return { box, mark, here: words.here, limit, lines, notes, width, height };
}

/** Number at the left, limit to its right; nothing for a step without both. */
function headHeight(hasBadge: boolean, limit: readonly string[]): number {
	if (!hasBadge && limit.length === 0) return 0;
	return Math.max(2 * BADGE, limit.length * SMALL_LINE + 2) + 3;
}

/** The shapes of a box in its place. */
export function drawBox(written: WrittenBox, place: Rect): Shape[] {
	const { box, mark } = written;
	if (box.kind === 'decision') return [...drawDecision(written, place), ...drawMark(written, place)];
	const ground: Shape = { kind: 'rect', look: groundOf(box, mark), ...place, radius: box.kind === 'step' ? 5 : 14 };
	return [
		ground,
		...(box.kind === 'step' ? drawStep(written, place) : drawEnd(written, place)),
		...drawMark(written, place)
	];
}

function groundOf({ kind, way }: DiagramBox, mark: BoxMark | undefined): LookName {
	switch (mark?.state) {
		case 'done':
			return 'boxDone';
		case 'here':
			return 'boxHere';
		case 'gap':
			return 'boxGap';
		case 'off':
			return 'boxOff';
		case 'ahead':
		case undefined:
			if (kind !== 'step') return 'end';
			return way === 'refusal' ? 'boxRefusal' : 'box';
	}
}

function drawStep({ box, mark, limit, lines, notes }: WrittenBox, { x, y, width }: Rect): Shape[] {
	const look = mark?.state === 'off' ? 'textQuiet' : 'text';
	const number = box.step?.no ?? null;
	const shapes: Shape[] = [];
	let top = y + PAD;
	if (number !== null) {
		shapes.push(
			{ kind: 'circle', look: 'badge', x: tidy(x + PAD + BADGE), y: tidy(top + BADGE), radius: BADGE },
			line(x + PAD + BADGE, top + BADGE + 3.2, String(number), { look, size: SMALL, bold: true, anchor: 'middle' })
		);
	}
	limit.forEach((text, place) =>
		shapes.push(
			line(x + width - PAD, top + BADGE + 3.2 + place * SMALL_LINE, text, {
				look,
				size: SMALL,
				bold: true,
				anchor: 'end'
			})
		)
	);
	top += headHeight(number !== null, limit);
	lines.forEach((text, place) => shapes.push(line(x + PAD, top + LETTER - 1 + place * LINE, text, { look })));
	top += lines.length * LINE + 2;
	notes.forEach((text, place) =>
		shapes.push(line(x + PAD, top + SMALL - 1 + place * SMALL_LINE, text, { look: 'textQuiet', size: SMALL }))
	);
	return shapes;
}

function drawEnd({ lines, mark }: WrittenBox, { x, y, width }: Rect): Shape[] {
	const look = mark?.state === 'off' ? 'textQuiet' : 'text';
	return lines.map((text, place) =>
		line(x + width / 2, y + PAD + LETTER - 1 + place * LINE, text, { look, bold: true, anchor: 'middle' })
	);
}

function drawDecision({ box, mark, lines }: WrittenBox, { x, y, width, height }: Rect): Shape[] {
	const [middle, centre] = [x + width / 2, y + height / 2];
	const d = `M${tidy(x)} ${tidy(centre)}L${tidy(middle)} ${tidy(y)}L${tidy(x + width)} ${tidy(centre)}L${tidy(middle)} ${tidy(y + height)}Z`;
	const text = line(middle, centre + 3.5, lines.join(' '), { bold: true, anchor: 'middle' });
	return [{ kind: 'path', look: groundOf(box, mark), d }, text];
}

/** A tick, a flag or an exclamation mark at the upper right corner, where no arrow enters. */
function drawMark({ box, mark, here }: WrittenBox, { x, y, width }: Rect): Shape[] {
	const [right, top] = box.kind === 'decision' ? [x + width / 2 + 34, y + 6] : [x + width - 8, y];
	switch (mark?.state) {
		case 'done':
			return [
				{ kind: 'circle', look: 'mark', x: tidy(right), y: tidy(top), radius: 7 },
				{ kind: 'path', look: 'tick', d: `M${tidy(right - 3.4)} ${tidy(top + 0.2)}l2.4 2.5l4.4 -5.2` }
			];
		case 'gap':
			return [
				{ kind: 'circle', look: 'gapMark', x: tidy(right), y: tidy(top), radius: 7 },
				{
					kind: 'path',
					look: 'gapSign',
					d: `M${tidy(right)} ${tidy(top - 4)}v4.6M${tidy(right)} ${tidy(top + 2.8)}v1.4`
				}
			];
		case 'here': {
			const flag = textWidth(here, SMALL, true) + 12;
			return [
				{
					kind: 'rect',
					look: 'mark',
					x: tidy(right + 8 - flag),
					y: tidy(top - 8),
					width: tidy(flag),
					height: 15,
					radius: 7.5
				},
				line(right + 8 - flag / 2, top + 2.8, here, { look: 'textOnAccent', size: SMALL, bold: true, anchor: 'middle' })
			];
		}
		case 'ahead':
		case 'off':
		case undefined:
			return [];
	}
}
