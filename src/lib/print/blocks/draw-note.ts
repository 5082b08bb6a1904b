import { type NoteBlock } from '#lib/domain/documents/paper-model.ts';
import { type Content } from '../definition-types.ts';
import { valueText } from './bilingual-text.ts';
import { type DrawContext } from './draw-context.ts';

/** A sentence in both languages. */
export function drawNote({ text, arrangement }: NoteBlock, { format }: DrawContext): Content {
	const way = arrangement === 'line' ? 'inline' : 'stacked';
	return { ...valueText(text, format.body, way), margin: [0, format.gap + 1, 0, format.gap + 1], unbreakable: true };
}
