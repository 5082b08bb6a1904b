import { type TallyBlock, type TallyRow, type TallySign } from '#lib/domain/documents/paper-model.ts';
import { type Content, type TableLayout, type TextRun } from '../definition-types.ts';
import { kept } from '../keep-together.ts';
import { innerWidth, MM, type PageFormat } from '../page-formats.ts';
import { type Measure } from '../text-measure.ts';
import { inlineRuns, lineRuns } from './bilingual-text.ts';
import { type DrawContext } from './draw-context.ts';
import { framed } from './frame-layout.ts';

/** A full circle and a triangle: told apart without colour, also on a bad copy. */
const SIGNS: Readonly<Record<TallySign, string>> = { good: '●', bad: '▲' };

/** What remarks get where the labels leave it; more where they need it. */
const REMARK_WIDTH = 46 * MM;
/** After each column. */
const GAP = 8;
/** Pairs of letters may be set further apart than measured. */
const KERNING = 1.02;
const PART_INDENT = 14;
const END_ROWS = 2;
/** Stands in for a cell that another one covers. */
const NOTHING: Content = { text: '' };

/** A hair line under each row leads the eye from the label to its count. */
const LEDGER: TableLayout = {
	...framed(0, 0.5, 0),
	paddingLeft: () => 0,
	paddingRight: () => GAP,
	hLineWidth: (row) => (row === 0 ? 0 : 0.25),
	hLineColor: () => '#999999'
};

/** The last lines of an account, on one page with the places to sign below them. */
export function drawTallyWithEnd(block: TallyBlock, context: DrawContext, end: readonly Content[]): readonly Content[] {
	const [before, last] = [block.rows.slice(0, -END_ROWS), block.rows.slice(-END_ROWS)].map((rows) => ({
		...block,
		rows
	}));
	const remarks = remarkWidth(block, context);
	const ended = kept([drawRows(last ?? block, context, remarks), ...end]);
	return before && before.rows.length > 0 ? [drawRows(before, context, remarks), ended] : [ended];
}

/** Labels at the left, counts below each other, what there is to say of each at the right; a sum goes across. */
export function drawTally(block: TallyBlock, context: DrawContext): Content {
	return drawRows(block, context, remarkWidth(block, context));
}

function drawRows({ rows }: TallyBlock, { format }: DrawContext, remarks: number): Content {
	return {
		margin: [0, 0, 0, 2],
		table: {
			dontBreakRows: true,
			widths: ['*', 'auto', remarks],
			body: rows.map((row) => (row.value === '' ? across(row, format) : inColumns(row, format)))
		},
		layout: LEDGER
	};
}

/** As wide as the remarks in one line, as far as the labels, in one line too, leave the room. */
function remarkWidth({ rows }: TallyBlock, { format, measure }: DrawContext): number {
	const widest = (wide: (row: TallyRow) => number): number =>
		KERNING * Math.max(0, ...rows.filter(({ value }) => value !== '').map(wide));
	const labels = widest((row) => indentOf(row) + widthOf(inlineRuns(row.label), format.body, measure));
	const values = widest(({ value }) => measure(value, format.body, true));
	const remarks = widest((row) => widthOf(remarkRuns(row), format.small, measure));
	const room = innerWidth(format) - labels - values - 3 * GAP;
	return Math.max(Math.min(REMARK_WIDTH, remarks), Math.min(Math.max(REMARK_WIDTH, remarks), room));
}

const indentOf = ({ part }: TallyRow): number => (part === true ? PART_INDENT : 0);

const widthOf = (runs: readonly TextRun[], size: number, measure: Measure): number =>
	runs.reduce((total, { text, bold }) => total + measure(text, size, bold === true), 0);

function inColumns(row: TallyRow, { body, small }: PageFormat): readonly Content[] {
	return [
		{ text: inlineRuns(row.label), fontSize: body, margin: [indentOf(row), 0, 0, 0] },
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
