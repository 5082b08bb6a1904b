import { type NumberBlock } from '#lib/domain/documents/paper-model.ts';
import { code128Svg } from '../barcodes.ts';
import { type Content } from '../definition-types.ts';
import { MM } from '../page-formats.ts';
import { inlineRuns } from './bilingual-text.ts';
import { type DrawContext } from './draw-context.ts';

/** The number large and in groups of four; its bars beside it, or below it where the paper is narrow. */
export function drawNumber(block: NumberBlock, { format, model }: DrawContext): Content {
	const words: Content = {
		width: '*',
		stack: [
			{ text: inlineRuns(block.label), fontSize: format.body },
			{ text: wideGroups(block.grouped), bold: true, fontSize: format.number, noWrap: true, margin: [0, 0, 0, 0] }
		]
	};
	if (model.codes.code128 === undefined) return words;
	const { svg, width, height } = code128Svg(model.codes.code128);
	const bars: Content = { svg, width: width * MM, height: height * MM };
	const margin = [0, 2, 0, 6] as const;
	if (model.format === 'roll-80') return { stack: [words, bars], unbreakable: true, margin };
	return { columns: [words, bars], columnGap: 8, unbreakable: true, margin };
}

/** Two spaces between groups: at this size one looks like the gap between two digits. */
function wideGroups(grouped: string): string {
	return grouped.replaceAll('\u00a0', '\u00a0\u00a0');
}
