import { type BoxesBlock } from '#lib/domain/documents/paper-model.ts';
import { type Content, type TextRun } from '../definition-types.ts';
import { inlineRuns } from './bilingual-text.ts';
import { type DrawContext } from './draw-context.ts';

/** Boxes in a line; a filled one is ■, so the choice is seen without colour. */
export function drawBoxes({ label, options }: BoxesBlock, { format, model }: DrawContext): Content {
	const boxes: TextRun[] = options.map(({ text, checked }, index) => ({
		text: `${index > 0 ? '      ' : ''}${unbroken(`${checked ? '■' : '□'} ${text.kk} · ${text.ru}`)}`
	}));
	const fontSize = format.body;
	if (label === null) return { text: boxes, fontSize, margin: [14, 0, 0, 3] };
	if (model.format === 'A4-landscape') {
		return { text: [...inlineRuns(label, ':  '), ...boxes], fontSize, margin: [0, format.gap, 0, format.gap] };
	}
	return {
		margin: [0, format.gap, 0, format.gap],
		stack: [
			{ text: inlineRuns(label, ':'), fontSize },
			{ text: boxes, fontSize, margin: [14, 1, 0, 0] }
		]
	};
}

/** A box never stands alone at the end of a line. */
function unbroken(text: string): string {
	return text.replaceAll(' ', '\u00a0');
}
