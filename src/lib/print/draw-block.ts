import { type Block, type PaperModel } from '../domain/documents/paper-model';
import { drawBlank } from './blocks/draw-blank';
import { drawBoxes } from './blocks/draw-boxes';
import { type DrawContext } from './blocks/draw-context';
import { drawField } from './blocks/draw-field';
import { drawFigures } from './blocks/draw-figures';
import { drawFrame } from './blocks/draw-frame';
import { drawHeading } from './blocks/draw-heading';
import { drawLetterhead } from './blocks/draw-letterhead';
import { drawMarks } from './blocks/draw-marks';
import { drawNote } from './blocks/draw-note';
import { drawNumber } from './blocks/draw-number';
import { drawProse } from './blocks/draw-prose';
import { drawSignatures } from './blocks/draw-signatures';
import { drawSticker } from './blocks/draw-sticker';
import { drawTable } from './blocks/draw-table';
import { drawTally } from './blocks/draw-tally';
import { type Content } from './definition-types';
import { type PageFormat } from './page-formats';

/** Blocks that flow down the page; the footer block stands at the foot of each page instead. */
type FlowingBlock = Exclude<Block, { type: 'footer' }>;

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
			return drawProse(block, context);
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

/** More rows than this may go on over a page, so their heading cannot be kept with all of them. */
const KEPT_ROWS = 8;

/** The blocks of a paper that flow, in order; the heading of a part never stands alone at the foot of a page. */
export function drawBlocks(model: PaperModel, format: PageFormat): readonly Content[] {
	const blocks = model.blocks.filter((block): block is FlowingBlock => block.type !== 'footer');
	return blocks.flatMap((block, index): Content[] => {
		const context: DrawContext = { format, model };
		const before = blocks[index - 1];
		const after = blocks[index + 1];
		if (before && leadsToSignatures(blocks, index - 1)) return [];
		if (leadsToSignatures(blocks, index)) {
			const kept = blocks.slice(index, indexOfSignatures(blocks, index) + 1);
			return [{ stack: kept.map((one) => drawBlock(one, context)), unbreakable: true }];
		}
		if (before && (isKept(before, block) || isSigned(before, block))) return [];
		if (block.type === 'prose' && after && isSigned(block, after))
			return [drawProse(block, context, [drawBlock(after, context)])];
		const drawn = drawBlock(block, context);
		return after && isKept(block, after) ? [{ stack: [drawn, drawBlock(after, context)], unbreakable: true }] : [drawn];
	});
}

function isKept(heading: FlowingBlock, block: FlowingBlock): boolean {
	if (heading.type !== 'heading' || heading.level === 1) return false;
	return block.type === 'tally' || (block.type === 'table' && block.rows.length <= KEPT_ROWS);
}

/** A text and the place to sign it. */
const isSigned = (text: FlowingBlock, block: FlowingBlock): boolean =>
	text.type === 'prose' && block.type === 'signatures';

/** The sums and the lines to fill in before a signature are what is signed: a page of signatures alone proves nothing. */
function leadsToSignatures(blocks: readonly FlowingBlock[], index: number): boolean {
	return isSummingUp(blocks[index]) && blocks[indexOfSignatures(blocks, index)]?.type === 'signatures';
}

/** The first block from here on that sums nothing up. */
function indexOfSignatures(blocks: readonly FlowingBlock[], index: number): number {
	const next = blocks.findIndex((block, at) => at >= index && !isSummingUp(block));
	return next === -1 ? blocks.length : next;
}

const isSummingUp = (block: FlowingBlock | undefined): boolean =>
	block?.type === 'boxes' || block?.type === 'note' || block?.type === 'blank';

function unreachable(block: never): never {
	throw new Error(`No drawing for ${JSON.stringify(block)}`);
}
