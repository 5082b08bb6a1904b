import { type PaperFormat } from '#lib/domain/documents/paper-model.ts';
import { type Sides } from './definition-types.ts';

/** Points in a millimetre. */
export const MM = 72 / 25.4;

/** Size, margins and type sizes of a format, in points. */
export type PageFormat = {
	readonly width: number;
	readonly height: number | 'auto';
	readonly margins: Sides;
	readonly body: number;
	/** Heads of table columns, address lines, the foot of the page. */
	readonly small: number;
	readonly title: number;
	readonly number: number;
	readonly due: number;
	/** Space above a line to sign on: a hand needs about 8 mm. */
	readonly signing: number;
	/** Space above and below a line of the paper. */
	readonly gap: number;
	/** How far a value stands in from the label above it. */
	readonly indent: number;
	/** Kazakh above Russian where there is height for it, in one line where there is width. */
	readonly labels: 'stacked' | 'inline';
	/** Width of the column of labels. */
	readonly labelWidth: number;
};

/*
 * People of every age read these by poor light: body at least 12 pt on A4, the number at least 20, the due date at
 * least 16; on the roll body 10 and number 16. Where twelve documents share a page of A4 the body is 10.5.
 */
export const PAGE_FORMATS: Readonly<Record<PaperFormat, PageFormat>> = {
	A4: {
		width: 210 * MM,
		height: 297 * MM,
		margins: sides(18, 10, 15, 15),
		body: 12,
		small: 10,
		title: 15,
		number: 22,
		due: 17,
		signing: 9,
		gap: 2,
		indent: 14,
		labels: 'stacked',
		labelWidth: 66 * MM
	},
	'A4-dense': {
		width: 210 * MM,
		height: 297 * MM,
		margins: sides(18, 8, 15, 13),
		body: 10.5,
		small: 9,
		title: 13,
		number: 22,
		due: 16,
		signing: 6,
		gap: 1,
		indent: 14,
		labels: 'inline',
		labelWidth: 84 * MM
	},
	'A4-landscape': {
		width: 297 * MM,
		height: 210 * MM,
		margins: sides(15, 10, 12, 14),
		body: 12,
		small: 9.5,
		title: 15,
		number: 22,
		due: 16,
		signing: 11,
		gap: 2,
		indent: 14,
		labels: 'inline',
		labelWidth: 74 * MM
	},
	A5: {
		width: 210 * MM,
		height: 148 * MM,
		margins: sides(15, 4.8, 12, 9.5),
		body: 10,
		small: 9,
		title: 11,
		number: 20,
		due: 16,
		signing: 6.5,
		gap: 0.5,
		indent: 14,
		labels: 'inline',
		labelWidth: 84 * MM
	},
	'roll-80': {
		width: 80 * MM,
		height: 'auto',
		margins: sides(5, 5, 5, 8),
		body: 10,
		small: 9,
		title: 12,
		number: 16,
		due: 14,
		signing: 10,
		gap: 2,
		indent: 6,
		labels: 'inline',
		labelWidth: 28 * MM
	},
	'label-58x40': {
		width: 58 * MM,
		height: 40 * MM,
		margins: sides(2, 1, 2, 0.5),
		body: 7.2,
		small: 7.2,
		title: 7.2,
		number: 12.5,
		due: 8,
		signing: 0,
		gap: 0,
		indent: 4,
		labels: 'inline',
		labelWidth: 20 * MM
	}
};

/** Width between the margins, in points. */
export function innerWidth({ width, margins }: PageFormat): number {
	return width - margins[0] - margins[2];
}

/** Millimetres to points. */
function sides(left: number, top: number, right: number, bottom: number): Sides {
	return [left * MM, top * MM, right * MM, bottom * MM];
}
