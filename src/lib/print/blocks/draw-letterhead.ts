import { type LetterheadBlock } from '#lib/domain/documents/paper-model.ts';
import { qrSvg } from '../barcodes.ts';
import { type Content } from '../definition-types.ts';
import { innerWidth, MM } from '../page-formats.ts';
import { lineRuns, stacked } from './bilingual-text.ts';
import { type DrawContext } from './draw-context.ts';
import { drawMarkList } from './draw-marks.ts';

/** Millimetres, quiet zone included: modules of 0.6 mm, which a phone reads at arm's length. */
const QR_SIDE = 30;
/** Modules of 0.5 mm, on a page that must hold much. */
const SMALL_QR_SIDE = 26;
const GAP = 10;

/**
 * The sender, with the standing marks below it and the paper's QR at the right edge. The roll is too narrow for both:
 * its QR stands at the end of the paper.
 */
export function drawLetterhead(block: LetterheadBlock, { format, model }: DrawContext): Content {
	const qr = model.format === 'roll-80' ? undefined : model.codes.qr;
	// A5 has no line to spare for a name that does not fit into one.
	const size = model.format === 'A5' ? format.small : format.body;
	const side = model.format === 'A4-dense' ? SMALL_QR_SIDE : QR_SIDE;
	const sender: Content = {
		width: '*',
		stack: [
			stacked(block.name, size),
			...block.lines.map((line): Content => ({ text: lineRuns(line), fontSize: format.small, margin: [0, 1, 0, 0] })),
			...drawMarkList(block.marks, format, innerWidth(format) - (qr === undefined ? 0 : side * MM + GAP))
		]
	};
	if (qr === undefined) return { ...sender, margin: [0, 0, 0, 4] };
	const { svg, width, height } = qrSvg(qr, side);
	return { columns: [sender, { svg, width: width * MM, height: height * MM }], columnGap: GAP };
}
