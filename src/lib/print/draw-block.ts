import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { drawBlank } from './blocks/draw-blank.ts';
import { drawBoxes } from './blocks/draw-boxes.ts';
import { drawCard } from './blocks/draw-card.ts';
import { type DrawContext } from './blocks/draw-context.ts';
import { drawField } from './blocks/draw-field.ts';
import { drawFigures } from './blocks/draw-figures.ts';
import { drawFrame } from './blocks/draw-frame.ts';
import { drawHeading } from './blocks/draw-heading.ts';
import { drawLetterhead } from './blocks/draw-letterhead.ts';
import { drawMarks } from './blocks/draw-marks.ts';
import { drawNote } from './blocks/draw-note.ts';
import { drawNumber } from './blocks/draw-number.ts';
import { drawProse } from './blocks/draw-prose.ts';
import { drawSignatures } from './blocks/draw-signatures.ts';
import { drawSticker } from './blocks/draw-sticker.ts';
import { drawTable, drawTableWithEnd } from './blocks/draw-table.ts';
import { drawTally, drawTallyWithEnd } from './blocks/draw-tally.ts';
import { type Content } from './definition-types.ts';
import { type FlowingBlock, isKept, kept, keptHeadings, signedEnd } from './keep-together.ts';
import { type PageFormat } from './page-formats.ts';
import { type Measure } from './text-measure.ts';

/** One block of a paper as pdfmake's content. */
function drawBlock(block: FlowingBlock, context: DrawContext): Content {
	switch (block.type) {
		case 'letterhead':
			return drawLetterhead(block, context);
		case 'marks':
			return drawMarks(block, context);
		case 'heading':
			return drawHeading(block, context);
		case 'number':
			return drawNumber(block, context);
		case 'field':
			return drawField(block, context);
		case 'table':
			return drawTable(block, context);
		case 'tally':
			return drawTally(block, context);
		case 'figures':
			return drawFigures(block, context);
		case 'prose':
			return { stack: drawProse(block, context) };
		case 'boxes':
			return drawBoxes(block, context);
		case 'blank':
			return drawBlank(block, context);
		case 'signatures':
			return drawSignatures(block, context);
		case 'note':
			return drawNote(block, context);
		case 'frame':
			return drawFrame(block, context);
		case 'sticker':
			return drawSticker(block, context);
		case 'card':
			return drawCard(block);
		default:
			return unreachable(block);
	}
}

/** The blocks of a paper that flow, in order; the heading of a part never stands alone at the foot of a page. */
export function drawBlocks(model: PaperModel, format: PageFormat, measure: Measure): readonly Content[] {
	const blocks = model.blocks.filter((block): block is FlowingBlock => block.type !== 'footer');
	const context: DrawContext = { format, model, measure };
	const draw = (block: FlowingBlock): Content => drawBlock(block, context);
	const signed = signedEnd(blocks);
	if (!signed) return keptHeadings(blocks, draw);
	const flow = blocks.slice(0, signed.from);
	const end = blocks.slice(signed.from, signed.to).map(draw);
	const rest = blocks.slice(signed.to).map(draw);
	// Sums that are signed are enough; without them the last rows stand with the signature.
	const withRows = blocks[signed.from]?.type === 'signatures';
	const last = flow.at(-1);
	const heading = flow.at(-2);
	if (last?.type === 'prose')
		return [...keptHeadings(flow.slice(0, -1), draw), ...drawProse(last, context, end), ...rest];
	if (withRows && (last?.type === 'table' || last?.type === 'tally')) {
		const rows = last.type === 'table' ? drawTableWithEnd(last, context, end) : drawTallyWithEnd(last, context, end);
		if (!heading || !isKept(heading, last)) return [...keptHeadings(flow.slice(0, -1), draw), ...rows, ...rest];
		return [...keptHeadings(flow.slice(0, -2), draw), kept([draw(heading), ...rows]), ...rest];
	}
	return [...keptHeadings(flow, draw), kept(end), ...rest];
}

function unreachable(block: never): never {
	throw new Error(`No drawing for ${JSON.stringify(block)}`);
}
