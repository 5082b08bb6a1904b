import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { drawSticker } from './blocks/draw-sticker.ts';
import { type Content } from './definition-types.ts';
import { MM, PAGE_FORMATS, type PageFormat } from './page-formats.ts';
import { type Measure } from './text-measure.ts';

/** A label and the line to cut along, with room that no printer leaves white. */
const HEIGHT = 48 * MM;
const BELOW = 4 * MM;

/** What the foot of a sheet keeps free for the label that is cut off it, in points. */
export function stripHeight({ strip }: PaperModel): number {
	return strip ? HEIGHT : 0;
}

/** The label at the very foot of a sheet: nothing of the paper itself stands below the line. */
export function drawStrip(label: PaperModel, sheet: PageFormat, measure: Measure): readonly Content[] {
	const block = label.blocks.find((one) => one.type === 'sticker');
	if (!block || sheet.height === 'auto') return [];
	// pdfmake counts from the corner of the foot, which begins where the flow of the page ends.
	const [left, , , top] = sheet.margins;
	return [
		{
			text: `${'– '.repeat(12)} кесу сызығы · линия отреза ${'– '.repeat(60)}`,
			fontSize: 7,
			noWrap: true,
			absolutePosition: { x: left, y: top }
		},
		drawSticker(block, { format: PAGE_FORMATS[label.format], model: label, measure }, { x: left, y: top + BELOW - 1 })
	];
}
