import { type Bilingual, type TableBlock, type TableCell, type TableColumn } from '../../domain/documents/paper-model';
import { type Content, type TableLayout, type TextRun } from '../definition-types';
import { MM } from '../page-formats';
import { stacked } from './bilingual-text';
import { type DrawContext } from './draw-context';

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

/** A table whose heads stand on every page and whose rows are never torn between two. */
export function drawTable(block: TableBlock, { format }: DrawContext): Content {
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
		layout: GRID
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
