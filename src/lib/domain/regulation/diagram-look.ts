/** Colours by purpose; the screen has a variable for each, in an exported file they are resolved. */
export type Ink =
	'sheet' | 'hollow' | 'rule' | 'edge' | 'ink' | 'inkQuiet' | 'accent' | 'accentSoft' | 'onAccent' | 'near' | 'none';

/** Style of a kind of line or ground, the same on screen, on paper and in a file: never distinguished by colour alone. */
export type Look = { fill: Ink; stroke: Ink; width: number; dash: string };

const look = (fill: Ink, stroke: Ink = 'none', width = 0, dash = ''): Look => ({ fill, stroke, width, dash });

export const LOOKS = {
	page: look('sheet'),
	lane: look('sheet', 'rule', 1),
	laneAlternate: look('hollow', 'rule', 1),
	laneHead: look('hollow', 'rule', 1),
	box: look('sheet', 'edge', 1.2),
	boxRefusal: look('sheet', 'edge', 1.2, '5 3'),
	boxDone: look('accentSoft', 'accent', 1.6),
	boxHere: look('sheet', 'accent', 3.2),
	boxGap: look('sheet', 'near', 2, '2 3'),
	boxOff: look('none', 'rule', 1),
	end: look('hollow', 'edge', 1.2),
	arrow: look('none', 'inkQuiet', 1.3),
	arrowRefusal: look('none', 'inkQuiet', 1.3, '5 3'),
	arrowDone: look('none', 'accent', 2),
	arrowOff: look('none', 'rule', 1.2),
	headPlain: look('inkQuiet'),
	headDone: look('accent'),
	headOff: look('rule'),
	badge: look('none', 'inkQuiet', 1),
	mark: look('accent'),
	tick: look('none', 'onAccent', 1.8),
	gapMark: look('sheet', 'near', 1.6),
	gapSign: look('none', 'near', 1.8),
	text: look('ink'),
	textQuiet: look('inkQuiet'),
	textOnAccent: look('onAccent')
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;

/** One shape; `text` is placed by its baseline. */
export type Shape =
	| { kind: 'rect'; look: LookName; x: number; y: number; width: number; height: number; radius: number }
	| { kind: 'circle'; look: LookName; x: number; y: number; radius: number }
	| { kind: 'path'; look: LookName; d: string }
	| {
			kind: 'text';
			look: LookName;
			x: number;
			y: number;
			size: number;
			bold: boolean;
			anchor: 'start' | 'middle' | 'end';
			text: string;
	  };

/** A drawing in its own units, ten of which are the size of its letters. */
export type Drawing = { width: number; height: number; title: string; shapes: Shape[] };

export const LETTER = 10;

export function line(
	x: number,
	y: number,
	text: string,
	options: Partial<Extract<Shape, { kind: 'text' }>> = {}
): Shape {
	return {
		kind: 'text',
		look: 'text',
		x: tidy(x),
		y: tidy(y),
		size: LETTER,
		bold: false,
		anchor: 'start',
		text,
		...options
	};
}

/** Two decimals are finer than any screen; more would only make files long. */
export const tidy = (value: number) => Math.round(value * 100) / 100;
