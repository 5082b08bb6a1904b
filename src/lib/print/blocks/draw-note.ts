import { type NoteBlock } from '../../domain/documents/paper-model';
import { type Content } from '../definition-types';
import { valueText } from './bilingual-text';
import { type DrawContext } from './draw-context';

/** A sentence in both languages. */
export function drawNote({ text, arrangement }: NoteBlock, { format }: DrawContext): Content {
	const way = arrangement === 'line' ? 'inline' : 'stacked';
	return { ...valueText(text, format.body, way), margin: [0, format.gap + 1, 0, format.gap + 1], unbreakable: true };
}
