import { type HeadingBlock } from '../../domain/documents/paper-model';
import { type Content } from '../definition-types';
import { stacked } from './bilingual-text';
import { type DrawContext } from './draw-context';

/** The title in capitals, kk above ru; a part's heading in the size of the body. */
export function drawHeading({ level, text }: HeadingBlock, { format, model }: DrawContext): Content {
	if (level === 2) return { ...stacked(text, format.body), margin: [0, 5, 0, 2] };
	const alignment = model.format === 'A4-landscape' ? 'left' : 'center';
	return {
		margin: [0, 3, 0, 4],
		stack: [
			{ text: text.kk.toUpperCase(), bold: true, fontSize: format.title, alignment },
			{ text: text.ru.toUpperCase(), fontSize: format.title - 2, alignment }
		]
	};
}
