import { type HeadingBlock } from '#lib/domain/documents/paper-model.ts';
import { type Content } from '../definition-types.ts';
import { inlineRuns, stacked } from './bilingual-text.ts';
import { type DrawContext } from './draw-context.ts';

/** Letters of both languages together that surely fit into one line of a page. */
const SHORT = 60;

/** The title in capitals, kk above ru; a part's heading in the size of the body, in one line if it is short or the page must hold much. */
export function drawHeading({ level, text }: HeadingBlock, { format, model }: DrawContext): Content {
	if (level === 2) {
		const short = format.labels === 'inline' || text.kk.length + text.ru.length <= SHORT;
		const drawn: Content = short ? { text: inlineRuns(text), fontSize: format.body } : stacked(text, format.body);
		return { ...drawn, margin: [0, short ? 4 : 5, 0, short ? 1 : 2] };
	}
	const alignment = model.format === 'A4-landscape' ? 'left' : 'center';
	return {
		margin: [0, 3, 0, 4],
		stack: [
			{ text: text.kk.toUpperCase(), bold: true, fontSize: format.title, alignment },
			...(text.kk === text.ru ? [] : [{ text: text.ru.toUpperCase(), fontSize: format.title - 2, alignment } as const])
		]
	};
}
