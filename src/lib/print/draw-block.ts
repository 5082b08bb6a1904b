import { type Block, type PaperModel } from '../domain/documents/paper-model';
import { drawBlank } from './blocks/draw-blank';
import { drawBoxes } from './blocks/draw-boxes';
import { type DrawContext } from './blocks/draw-context';
import { drawField } from './blocks/draw-field';
import { drawFrame } from './blocks/draw-frame';
import { drawHeading } from './blocks/draw-heading';
import { drawLetterhead } from './blocks/draw-letterhead';
import { drawMarks } from './blocks/draw-marks';
import { drawNote } from './blocks/draw-note';
import { drawNumber } from './blocks/draw-number';
import { drawSignatures } from './blocks/draw-signatures';
import { drawSticker } from './blocks/draw-sticker';
import { drawTable } from './blocks/draw-table';
import { type Content } from './definition-types';

/** Blocks that flow down the page; the footer block stands at the foot of each page instead. */
type FlowingBlock = Exclude<Block, { type: 'footer' }>;

/** One block of a paper as pdfmake's content. */
export function drawBlock(block: FlowingBlock, context: DrawContext): Content {
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
		default:
			return unreachable(block);
	}
}

/** The blocks of a paper that flow, in order. */
export function flowingBlocks(model: PaperModel): readonly FlowingBlock[] {
	return model.blocks.filter((block): block is FlowingBlock => block.type !== 'footer');
}

function unreachable(block: never): never {
	throw new Error(`No drawing for ${JSON.stringify(block)}`);
}
