import { type TallyBlock, type TallyRow, type TallySign } from '../../domain/documents/paper-model';
import { type Content, type TableLayout, type TextRun } from '../definition-types';
import { kept } from '../keep-together';
import { MM, type PageFormat } from '../page-formats';
import { inlineRuns, lineRuns } from './bilingual-text';
import { type DrawContext } from './draw-context';
import { framed } from './frame-layout';

/** A full circle and a triangle: told apart without colour, also on a bad copy. */
const SIGNS: Readonly<Record<TallySign, string>> = { good: '●', bad: '▲' };

const REMARK_WIDTH = 46 * MM;
const PART_INDENT = 14;
const END_ROWS = 2;
/** Stands in for a cell that another one covers. */
const NOTHING: Content = { text: '' };

/** A hair line under each row leads the eye from the label to its count. */
const LEDGER: TableLayout = {
	...framed(0, 0.5, 0),
	paddingLeft: () => 0,
	paddingRight: () => 8,
	hLineWidth: (row) => (row === 0 ? 0 : 0.25),
	hLineColor: () => '#999999'
};

/** The last lines of an account, on one page with the places to sign below them. */
export function drawTallyWithEnd(block: TallyBlock, context: DrawContext, end: readonly Content[]): readonly Content[] {
	const [before, last] = [block.rows.slice(0, -END_ROWS), block.rows.slice(-END_ROWS)].map((rows) => ({
		...block,
		rows
	}));
	const ended = kept([drawTally(last ?? block, context), ...end]);
	return before && before.rows.length > 0 ? [drawTally(before, context), ended] : [ended];
}

/** Labels at the left, counts below each other, what there is to say of each at the right; a sum goes across. */
export function drawTally({ rows }: TallyBlock, { format }: DrawContext): Content {
	return {
		margin: [0, 0, 0, 2],
		table: {
			dontBreakRows: true,
			widths: ['*', 'auto', REMARK_WIDTH],
			body: rows.map((row) => (row.value === '' ? across(row, format) : inColumns(row, format)))
		},
		layout: LEDGER
	};
}

function inColumns(row: TallyRow, { body, small }: PageFormat): readonly Content[] {
	return [
		{ text: inlineRuns(row.label), fontSize: body, margin: [row.part === true ? PART_INDENT : 0, 0, 0, 0] },
		{ text: row.value, bold: true, fontSize: body, alignment: 'right', noWrap: true },
		{ text: remarkRuns(row), fontSize: small }
	];
}

function across(row: TallyRow, { body }: PageFormat): readonly Content[] {
	const runs = [...inlineRuns(row.label, ':   '), ...remarkRuns(row)];
	return [{ text: runs, fontSize: body, colSpan: 3 }, NOTHING, NOTHING];
}

function remarkRuns({ sign, remark }: TallyRow): readonly TextRun[] {
	const mark: TextRun[] = sign === undefined ? [] : [{ text: `${SIGNS[sign]}  ` }];
	return remark === null ? mark : [...mark, ...lineRuns(remark)];
}
