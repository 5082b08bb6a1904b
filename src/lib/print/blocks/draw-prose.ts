import { type ProseBlock, type ProsePart } from '#lib/domain/documents/paper-model.ts';
import { type Content, type TextNode } from '../definition-types.ts';
import { kept } from '../keep-together.ts';
import { innerWidth } from '../page-formats.ts';
import { breakLines } from '../text-measure.ts';
import { type DrawContext } from './draw-context.ts';
import { WRITING_LINE } from './frame-layout.ts';

/** Points; room for two digits, a full stop and a space. */
const POINT_INDENT = 22;
const POINT_GAP = 6;

/** The last lines of a text that stand with its signature; a paragraph of up to twice as many stays whole. */
const END_LINES = 3;

/**
 * Running text, a little looser than a form: it is read, not filled in. The second language stands below a rule.
 * @param end what stays on one page with the last lines of the text: a signature alone on a page could be put below any other
 */
export function drawProse(block: ProseBlock, context: DrawContext, end: readonly Content[] = []): readonly Content[] {
	const { format, model } = context;
	const first = model.blocks.find(({ type }) => type === 'prose') === block;
	const rule: Content = { table: { widths: ['*'], body: [[{ text: '', fontSize: 1 }]] }, layout: WRITING_LINE };
	const parts = block.parts.filter((part) => typeof part !== 'string' || part.trim() !== '');
	const ended = end.length > 0;
	const body = (ended ? parts.slice(0, -1) : parts).flatMap((part) => drawPart(part, format.body));
	return [
		{ text: '', fontSize: 1, margin: [0, first ? 4 : 0, 0, 0] },
		...(first ? [] : [rule]),
		...body,
		...(ended ? drawEnd(parts.at(-1), context, end) : [{ text: '', fontSize: 1, margin: [0, 0, 0, 3] } as const])
	];
}

function drawPart(part: ProsePart, fontSize: number): readonly Content[] {
	if (typeof part === 'string') return [paragraph(part, fontSize)];
	return part.points.map(({ name, text }, index) => ({
		...beside(
			`${index + 1}.`,
			[pointName(name, fontSize), ...(text === '' ? [] : [pointText(text, fontSize)])],
			fontSize
		),
		margin: [0, 2, 0, 3]
	}));
}

/** The last part with what ends the paper. A long paragraph is parted between two of its lines, so nobody sees where. */
function drawEnd(part: ProsePart | undefined, context: DrawContext, end: readonly Content[]): readonly Content[] {
	const { body } = context.format;
	const width = innerWidth(context.format);
	if (part === undefined) return [kept(end)];
	if (typeof part === 'string') {
		const [above, last] = parted(part, width, context);
		if (above === '') return [kept([paragraph(last, body), ...end])];
		return [
			{ ...paragraph(above, body), margin: [0, 2, 0, 0] },
			kept([{ ...paragraph(last, body), margin: [0, 0, 0, 2] }, ...end])
		];
	}
	const [point] = part.points.slice(-1);
	const drawn = drawPart({ points: part.points }, body).slice(0, -1);
	const number = `${part.points.length}.`;
	const [above, last] = parted(point?.text || (point?.name ?? ''), width - POINT_INDENT - POINT_GAP, context);
	const name = pointName(point?.name ?? '', body);
	if (!point?.text) return [...drawn, kept([beside(number, [name], body), ...end])];
	if (above === '') return [...drawn, kept([beside(number, [name, pointText(last, body)], body), ...end])];
	return [
		...drawn,
		beside(number, [name, pointText(above, body)], body),
		kept([beside('', [pointText(last, body)], body), ...end])
	];
}

/** What stands above the last lines, and the last lines; nothing stands above them where the text is short. */
function parted(text: string, width: number, { format, measure }: DrawContext): readonly [above: string, last: string] {
	const lines = breakLines(text, width, (line) => measure(line, format.body, false));
	if (lines.length <= 2 * END_LINES) return ['', text];
	return [lines.slice(0, -END_LINES).join('\n'), lines.slice(-END_LINES).join('\n')];
}

const paragraph = (text: string, fontSize: number): TextNode => ({
	text,
	fontSize,
	lineHeight: 1.05,
	margin: [0, 2, 0, 2]
});
const pointName = (text: string, fontSize: number): TextNode => ({ text, bold: true, fontSize, lineHeight: 1 });
const pointText = (text: string, fontSize: number): TextNode => ({ text, fontSize, lineHeight: 1.05 });

const beside = (number: string, stack: readonly Content[], fontSize: number): Content => ({
	columns: [
		{ width: POINT_INDENT, text: number, fontSize, alignment: 'right' },
		{ width: '*', stack }
	],
	columnGap: POINT_GAP
});
