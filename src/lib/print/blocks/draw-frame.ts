import { type FrameBlock } from '../../domain/documents/paper-model';
import { type Content } from '../definition-types';
import { type DrawContext } from './draw-context';
import { drawField } from './draw-field';
import { drawNote } from './draw-note';
import { framed } from './frame-layout';

/** The frame around what the applicant must not miss. */
export function drawFrame({ blocks }: FrameBlock, context: DrawContext): Content {
	const stack = blocks.map((block) => (block.type === 'field' ? drawField(block, context) : drawNote(block, context)));
	return {
		margin: [0, 6, 0, 4],
		unbreakable: true,
		table: { widths: ['*'], body: [[{ stack }]] },
		layout: framed(1.25, 4, 9)
	};
}
