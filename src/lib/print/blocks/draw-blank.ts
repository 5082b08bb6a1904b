import { type BlankBlock } from '#lib/domain/documents/paper-model.ts';
import { type Content, type TableNode, type TextRun } from '../definition-types.ts';
import { inlineRuns } from './bilingual-text.ts';
import { type DrawContext } from './draw-context.ts';
import { unframed, WRITING_LINE } from './frame-layout.ts';

/** A label longer than this leaves too little of its line to write on. */
const LONG_LABEL = 60;

/** A label and a line to write on, beside it or below. */
export function drawBlank({ label, value }: BlankBlock, { format }: DrawContext): Content {
	const margin = [0, 3, 0, 3] as const;
	const runs = [...inlineRuns(label, ':'), ...(value === undefined ? [] : [{ text: ` ${value}` }])];
	if (value === undefined && label.kk.length + label.ru.length <= LONG_LABEL) {
		return { ...lineToWrite(runs, format.body), margin, unbreakable: true };
	}
	return { stack: [{ text: runs, fontSize: format.small }, emptyLine(format.body)], margin, unbreakable: true };
}

/** The line takes what the label leaves of the width. */
export function lineToWrite(label: readonly TextRun[], fontSize: number): TableNode {
	return {
		table: { widths: ['auto', '*'], body: [[{ text: label, fontSize }, emptyLine(fontSize)]] },
		layout: unframed(3)
	};
}

export function emptyLine(fontSize: number): Content {
	return { table: { widths: ['*'], body: [[{ text: ' ', fontSize }]] }, layout: WRITING_LINE };
}
