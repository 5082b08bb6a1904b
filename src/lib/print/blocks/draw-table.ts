import {
	type Bilingual,
	type TableBlock,
	type TableCell,
	type TableColumn
} from '#lib/domain/documents/paper-model.ts';
import { type Content, type TableLayout, type TableNode, type TextRun } from '../definition-types.ts';
import { kept } from '../keep-together.ts';
import { MM } from '../page-formats.ts';
import { stacked } from './bilingual-text.ts';
import { type DrawContext } from './draw-context.ts';

const PADDING = 4;
const LINE = 0.5;
const QUIET = '#333333';
const ALIGNMENT = { start: 'left', center: 'center', end: 'right' } as const;

const GRID: TableLayout = {
	hLineWidth: (row) => (row === 1 ? 1 : LINE),
	vLineWidth: () => LINE,
	hLineColor: (row) => (row <= 1 ? '#000000' : '#666666'),
	vLineColor: () => '#666666',
	paddingLeft: () => PADDING,
	paddingRight: () => PADDING,
	paddingTop: () => 2.5,
	paddingBottom: () => 2.5
};

/** Rows closer to each other, for small type on a page that must hold much. */
const CLOSE_GRID: TableLayout = { ...GRID, paddingTop: () => 1.25, paddingBottom: () => 1.25 };

/** The last rows that stand with what ends the paper; a head in the middle of a table would part it in two. */
const END_ROWS = 1;

/** A table, its last row on one page with the places to sign below it. */
export function drawTableWithEnd(block: TableBlock, context: DrawContext, end: readonly Content[]): readonly Content[] {
	const { rows } = block;
	if (rows.length <= END_ROWS) return [kept([drawTable(block, context), ...end])];
	const [table, last] = [rows.slice(0, -END_ROWS), rows.slice(-END_ROWS)].map((some) =>
		drawTable({ ...block, rows: some }, context)
	) as [TableNode, TableNode];
	const goesOn: TableNode = {
		...last,
		margin: [0, 0, 0, 4],
		table: { ...last.table, headerRows: 0, keepWithHeaderRows: 0, body: last.table.body.slice(1) },
		layout: { ...GRID, hLineWidth: (row) => (row === 0 ? 0 : LINE) }
	};
	return [{ ...table, margin: [0, 3, 0, 0] }, kept([goesOn, ...end])];
}

/** A table whose heads stand on every page and whose rows are never torn between two. */
export function drawTable(block: TableBlock, { format }: DrawContext): TableNode {
	const { rowHeight } = block;
	const { small = false } = block;
	const [body, head] = small ? [format.small, format.small - 1] : [format.body, format.small];
	return {
		margin: [0, 3, 0, 4],
		table: {
			headerRows: 1,
			keepWithHeaderRows: 1,
			dontBreakRows: true,
			widths: block.columns.map(({ width }) => (width === 'fill' ? '*' : width * MM - 2 * PADDING - LINE)),
			...(rowHeight === undefined ? {} : { heights: (row: number) => (row === 0 ? 0 : rowHeight * MM) }),
			body: [
				block.columns.map((column) => stacked(column.label, head, ALIGNMENT[column.align])),
				...block.rows.map((cells) => block.columns.map((column, at) => drawCell(cells[at] ?? '', column, body, small)))
			]
		},
		layout: format.labels === 'inline' && small ? CLOSE_GRID : GRID
	};
}

function drawCell(cell: TableCell, column: TableColumn, fontSize: number, inOneLine: boolean): Content {
	const alignment = ALIGNMENT[column.align];
	if (typeof cell === 'string')
		return column.strong ? strongFirstLine(cell, fontSize) : { text: cell, fontSize, alignment };
	if ('kk' in cell && inOneLine) return { text: oneLineRegular(cell), fontSize, alignment };
	if ('kk' in cell) return stackedRegular(cell.kk, cell.ru, fontSize, alignment);
	if ('boxes' in cell)
		return { text: Array.from({ length: cell.boxes }, () => '□').join(' '), fontSize: 14, alignment };
	return { text: '', fontSize };
}

/** The number in bold, what stands below it (a date) lighter. */
function strongFirstLine(cell: string, fontSize: number): Content {
	const [first = '', ...rest] = cell.split('\n');
	return {
		stack: [
			{ text: first, bold: true, fontSize, noWrap: true },
			...rest.map((line): Content => ({ text: line, fontSize }))
		]
	};
}

/** Many bold cells would leave nothing bold to find, so a row keeps both languages regular, kk first. */
function stackedRegular(kk: string, ru: string, fontSize: number, alignment: 'left' | 'center' | 'right'): Content {
	if (kk === ru) return { text: kk, fontSize, alignment };
	return {
		stack: [
			{ text: kk, fontSize, alignment },
			{ text: ru, fontSize, alignment, color: QUIET }
		]
	};
}

/** As above, one after the other: a table in small type saves height. */
function oneLineRegular({ kk, ru }: Bilingual): readonly TextRun[] {
	return kk === ru ? [{ text: kk }] : [{ text: kk }, { text: ` · ${ru}`, color: QUIET }];
}
