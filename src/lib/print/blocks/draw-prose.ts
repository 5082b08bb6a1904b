import { type ProseBlock, type ProsePart } from '../../domain/documents/paper-model';
import { type Content } from '../definition-types';
import { type DrawContext } from './draw-context';
import { WRITING_LINE } from './frame-layout';

/** Points; room for two digits, a full stop and a space. */
const POINT_INDENT = 22;

/**
 * Running text, a little looser than a form: it is read, not filled in. The second language stands below a rule.
 * @param kept what stays on one page with the end of the text: a signature alone on a page could be put below any other
 */
export function drawProse(block: ProseBlock, { format, model }: DrawContext, kept: readonly Content[] = []): Content {
	const first = model.blocks.find(({ type }) => type === 'prose') === block;
	const drawn = block.parts.flatMap((part) => drawPart(part, format.body));
	const end = kept.length === 0 ? [] : [{ stack: [...drawn.slice(-1), ...kept], unbreakable: true }];
	const rule: Content = { table: { widths: ['*'], body: [[{ text: '', fontSize: 1 }]] }, layout: WRITING_LINE };
	return {
		margin: [0, first ? 4 : 0, 0, 4],
		stack: [...(first ? [] : [rule]), ...(kept.length === 0 ? drawn : [...drawn.slice(0, -1), ...end])]
	};
}

function drawPart(part: ProsePart, fontSize: number): readonly Content[] {
	if (typeof part === 'string') return [{ text: part, fontSize, lineHeight: 1.05, margin: [0, 3, 0, 3] }];
	return part.points.map(({ name, text }, index): Content => ({
		margin: [0, 2, 0, 3],
		columns: [
			{ width: POINT_INDENT, text: `${index + 1}.`, fontSize, alignment: 'right' },
			{
				width: '*',
				stack: [
					{ text: name, bold: true, fontSize, lineHeight: 1 },
					...(text === '' ? [] : [{ text, fontSize, lineHeight: 1.05 }])
				]
			}
		],
		columnGap: 6
	}));
}
