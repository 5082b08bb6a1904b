import { type Block } from '#lib/domain/documents/paper-model.ts';
import { type Content, type StackNode } from './definition-types.ts';

/** Blocks that flow down the page; the footer block stands at the foot of each page instead. */
export type FlowingBlock = Exclude<Block, { type: 'footer' }>;

/** More rows than this may go on over a page, so their heading cannot be kept with all of them. */
const KEPT_ROWS = 8;

/** Contents that stand on one page, if a page holds them. */
export function kept(stack: readonly Content[]): StackNode {
	return { stack, unbreakable: true };
}

/** Draws blocks in order, the heading of a part on one page with what it heads. */
export function keptHeadings(
	blocks: readonly FlowingBlock[],
	draw: (block: FlowingBlock) => Content
): readonly Content[] {
	return blocks.flatMap((block, index): Content[] => {
		const [before, after] = [blocks[index - 1], blocks[index + 1]];
		if (before && isKept(before, block)) return [];
		return after && isKept(block, after) ? [kept([draw(block), draw(after)])] : [draw(block)];
	});
}

/** A heading that stands on one page with what it heads. */
export function isKept(heading: FlowingBlock, block: FlowingBlock): boolean {
	if (heading.type !== 'heading' || heading.level === 1) return false;
	return block.type === 'tally' || (block.type === 'table' && block.rows.length <= KEPT_ROWS);
}

/**
 * The places to sign with what stands on their page: the sums and the lines to fill in before them are what is signed, the small
 * lines below them belong to them. Null for a paper that nobody signs. A page of signatures alone could be put below any other.
 * @returns the blocks `from`, up to but without `to`
 */
export function signedEnd(blocks: readonly FlowingBlock[]): { readonly from: number; readonly to: number } | null {
	const signatures = blocks.findLastIndex(({ type }) => type === 'signatures');
	if (signatures === -1) return null;
	let from = signatures;
	while (isSummingUp(blocks[from - 1])) from -= 1;
	if (from === signatures && blocks[from - 1]?.type === 'field') from -= 1;
	const next = blocks.findIndex((block, at) => at > signatures && !isBelow(block));
	return { from, to: next === -1 ? blocks.length : next };
}

const isSummingUp = (block: FlowingBlock | undefined): boolean =>
	block?.type === 'boxes' || block?.type === 'note' || block?.type === 'blank' || block?.type === 'frame';

const isBelow = ({ type }: FlowingBlock): boolean => type === 'note' || type === 'blank' || type === 'field';
