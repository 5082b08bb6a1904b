import { type Bilingual, type MarksBlock } from '#lib/domain/documents/paper-model.ts';
import { type Content } from '../definition-types.ts';
import { innerWidth, type PageFormat } from '../page-formats.ts';
import { inlineRuns } from './bilingual-text.ts';
import { type DrawContext } from './draw-context.ts';
import { framed } from './frame-layout.ts';

/** Mean width of a letter against its size, both faces of the text taken together. */
const LETTER = 0.57;
const PADDING = 5;
const GAP = 6;

/** The standing marks of a paper without a letterhead. */
export function drawMarks(block: MarksBlock, { format }: DrawContext): Content {
	return { stack: drawMarkList(block.marks, format, innerWidth(format)), margin: [0, 0, 0, 5] };
}

/**
 * Each mark in a thin frame of its own: it must be seen, and must not shout over the number. Short ones share a line.
 */
export function drawMarkList(marks: readonly Bilingual[], format: PageFormat, width: number): readonly Content[] {
	if (marks.length === 0) return [];
	const fontSize = format.small - 1;
	const tags = marks.map((mark): Content => ({
		width: 'auto',
		margin: [0, 4, 0, 0],
		table: { widths: ['auto'], body: [[{ text: inlineRuns(mark), fontSize }]] },
		layout: framed(0.75, 1.5, PADDING)
	}));
	const inOneLine = marks.reduce(
		(sum, { kk, ru }) => sum + (kk.length + ru.length + 3) * fontSize * LETTER + 2 * PADDING + GAP,
		0
	);
	return inOneLine <= width ? [{ columns: tags, columnGap: GAP }] : tags;
}
