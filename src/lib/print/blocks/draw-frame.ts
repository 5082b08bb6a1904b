import { type FrameBlock } from '#lib/domain/documents/paper-model.ts';
import { type Content } from '../definition-types.ts';
import { type DrawContext } from './draw-context.ts';
import { drawField } from './draw-field.ts';
import { drawNote } from './draw-note.ts';
import { framed } from './frame-layout.ts';

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
