import { type ColumnsNode, type Content, type StackNode, type TableNode, type TextNode } from './definition-types.ts';
import { breakLines, type Measure } from './text-measure.ts';

/** Height of a line of Noto Sans against its size: ascender and descender of the face. */
const LINE = 1.362;
/** As in the definition's default style. */
const LINE_HEIGHT = 0.92;
const FONT_SIZE = 12;
/** What a paper may become higher than reckoned: kerning, the breaks of long words. */
const SLACK = 1.06;
/** So that a text in a column of its own width stays in one line. */
const AUTO_SLACK = 1.03;

/** A content whose widths are known, and how high it becomes at most. */
type Fitted<Node extends Content = Content> = { readonly content: Node; readonly height: number };

/**
 * Makes a content safe to lay out. pdfmake drops what it was asked to keep on one page and what is higher than a page, without an
 * error; and a word that is wider than its column pushes the columns beside it off the paper. So what is too high may break over
 * pages, and columns that share what is left get their width here.
 * @param pageHeight the room of a page, in points
 */
export function fitToPage(content: Content, width: number, pageHeight: number, measure: Measure): Content {
	return createFitter(pageHeight / SLACK, measure)(content, width).content;
}

function createFitter(most: number, measure: Measure): (content: Content, width: number) => Fitted {
	const fit = (content: Content, width: number): Fitted => {
		const [left = 0, top = 0, right = 0, bottom = 0] = content.margin ?? [];
		const fitted = fitInside(content, width - left - right);
		const height = content.absolutePosition ? 0 : fitted.height + top + bottom;
		const tooHigh = content.unbreakable === true && fitted.height > most;
		return { content: tooHigh ? { ...fitted.content, unbreakable: false } : fitted.content, height };
	};

	function fitInside(content: Content, width: number): Fitted {
		if ('stack' in content) return fitStack(content, width);
		if ('columns' in content) return fitColumns(content, width);
		if ('table' in content) return fitTable(content, width);
		if ('svg' in content) return { content, height: content.height };
		return { content, height: textHeight(content, width) };
	}

	function fitStack(node: StackNode, width: number): Fitted<StackNode> {
		const parts = node.stack.map((part) => fit(part, width));
		return { content: { ...node, stack: parts.map(({ content }) => content) }, height: sum(parts) };
	}

	function fitColumns(node: ColumnsNode, width: number): Fitted<ColumnsNode> {
		const gaps = (node.columnGap ?? 0) * (node.columns.length - 1);
		const widths = share(
			node.columns.map((column) => ({ wanted: column.width ?? '*', wide: () => wideAt(column) })),
			width - gaps
		);
		const parts = node.columns.map((column, at) => fit(column, widths[at]?.points ?? 0));
		const columns = parts.map(({ content }, at) => withWidth(content, widths[at]?.set));
		return { content: { ...node, columns }, height: Math.max(0, ...parts.map(({ height }) => height)) };
	}

	function fitTable(node: TableNode, width: number): Fitted<TableNode> {
		const { table, layout } = node;
		const columns = table.widths.length;
		const padding = layout.paddingLeft() + layout.paddingRight();
		const lines = Array.from({ length: columns + 1 }, (_, at) => layout.vLineWidth(at)).reduce((a, b) => a + b, 0);
		const widths = share(
			table.widths.map((wanted, at) => ({
				wanted,
				wide: () => Math.max(0, ...table.body.map((row) => wideAt(row[at])))
			})),
			width - columns * padding - lines
		);
		const rows = table.body.map((row, index) => {
			const cells = row.map((cell, at) => {
				const span = cell.colSpan ?? 1;
				const spanned = widths.slice(at, at + span).reduce((total, { points }) => total + points, 0);
				return fit(cell, spanned + (span - 1) * padding);
			});
			const least = table.heights?.(index) ?? 0;
			const high = Math.max(least, ...cells.map(({ height }) => height));
			const height = high + layout.paddingTop() + layout.paddingBottom() + layout.hLineWidth(index + 1);
			return { cells: cells.map(({ content }) => content), height };
		});
		const head = rows.slice(0, table.headerRows ?? 0).reduce((total, { height }) => total + height, 0);
		const tooHigh = rows.some(({ height }) => height + head > most);
		return {
			content: {
				...node,
				table: {
					...table,
					widths: widths.map(({ set }, at) => set ?? table.widths[at] ?? '*'),
					body: rows.map(({ cells }) => cells),
					...(tooHigh ? { dontBreakRows: false, keepWithHeaderRows: 0 } : {})
				}
			},
			height: sum(rows)
		};
	}

	function textHeight({ text, fontSize, lineHeight, bold, noWrap }: TextNode, width: number): number {
		const runs =
			typeof text === 'string' ? [{ text }] : text.map((run) => (typeof run === 'string' ? { text: run } : run));
		const size = Math.max(fontSize ?? FONT_SIZE, ...runs.map((run) => ('fontSize' in run ? (run.fontSize ?? 0) : 0)));
		const heavy = bold === true || runs.some((run) => 'bold' in run && run.bold === true);
		const whole = runs.map((run) => run.text).join('');
		const lines = noWrap ? 1 : breakLines(whole, width, (line) => measure(line, size, heavy)).length;
		return lines * size * LINE * (lineHeight ?? LINE_HEIGHT);
	}

	/** The width that a content takes where nothing narrows it. */
	function wideAt(content: Content | undefined): number {
		if (content === undefined || content.colSpan !== undefined) return 0;
		const [left = 0, , right = 0] = content.margin ?? [];
		return left + right + wideInside(content);
	}

	function wideInside(content: Content): number {
		if ('stack' in content) return Math.max(0, ...content.stack.map(wideAt));
		if ('columns' in content)
			return content.columns.reduce(
				(total, one) => total + wideAt(one),
				(content.columnGap ?? 0) * content.columns.length
			);
		if ('svg' in content) return typeof content.width === 'number' ? content.width : 0;
		if ('table' in content) {
			const { layout, table } = content;
			const edges = table.widths.length * (layout.paddingLeft() + layout.paddingRight() + 2 * layout.vLineWidth(0));
			return edges + Math.max(0, ...table.body.map((row) => row.reduce((total, cell) => total + wideAt(cell), 0)));
		}
		return textWidth(content);
	}

	function textWidth({ text, fontSize, bold }: TextNode): number {
		const runs =
			typeof text === 'string' ? [{ text }] : text.map((run) => (typeof run === 'string' ? { text: run } : run));
		return runs.reduce((total, run) => {
			const size = ('fontSize' in run ? run.fontSize : undefined) ?? fontSize ?? FONT_SIZE;
			return total + measure(run.text, size, bold === true || ('bold' in run && run.bold === true));
		}, 0);
	}

	return fit;
}

type Column = { readonly wanted: number | 'auto' | '*'; readonly wide: () => number };
type Width = {
	readonly points: number;
	/** What the definition says; as it was where not given. */ readonly set?: number;
};

/**
 * Shares a width as pdfmake does, but no column is ever wider than what is left for it. Columns of which none shares what is left
 * stay as they were.
 */
function share(columns: readonly Column[], width: number): readonly Width[] {
	const stars = columns.filter(({ wanted }) => wanted === '*').length;
	let left = width - columns.reduce((total, { wanted }) => total + (typeof wanted === 'number' ? wanted : 0), 0);
	const automatic = columns.map(({ wanted, wide }): Width | null => {
		if (wanted !== 'auto') return null;
		const points = Math.max(0, Math.min(wide() * AUTO_SLACK, left));
		const fits = points < left;
		left -= points;
		return fits && stars === 0 ? { points } : { points, set: points };
	});
	const each = Math.max(0, left) / Math.max(1, stars);
	return columns.map(({ wanted }, at): Width =>
		typeof wanted === 'number' ? { points: wanted } : (automatic[at] ?? { points: each, set: each })
	);
}

const withWidth = (content: Content, width: number | undefined): Content =>
	width === undefined ? content : { ...content, width };

const sum = (parts: readonly { readonly height: number }[]): number =>
	parts.reduce((total, { height }) => total + height, 0);
