import { type FiguresBlock } from '#lib/domain/documents/paper-model.ts';
import { type Content, type TableLayout } from '../definition-types.ts';
import { stacked } from './bilingual-text.ts';
import { type DrawContext } from './draw-context.ts';
import { framed } from './frame-layout.ts';

/** Against the size of the body: read from across a desk. */
const SCALE = 2.4;

const BOXES: TableLayout = framed(1.25, 4, 8);

/** Large numbers in boxes of one width, what each counts below it. */
export function drawFigures({ figures }: FiguresBlock, { format }: DrawContext): Content {
	return {
		margin: [0, 4, 0, 6],
		unbreakable: true,
		table: {
			widths: figures.map(() => '*' as const),
			body: [
				figures.map(({ label, value }): Content => ({
					stack: [
						{ text: value, bold: true, fontSize: format.body * SCALE, alignment: 'center' },
						stacked(label, format.body, 'center')
					]
				}))
			]
		},
		layout: BOXES
	};
}
