import { type FooterBlock, type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { formatNumber, type PaperNumber } from '#lib/domain/number/paper-number.ts';
import { inlineRuns, lineRuns } from './blocks/bilingual-text.ts';
import { qrSvg } from './barcodes.ts';
import { type Content, type PageEdge, type TextRun } from './definition-types.ts';
import { drawStrip } from './draw-strip.ts';
import { drawLaterHead } from './page-head.ts';
import { innerWidth, MM, type PageFormat } from './page-formats.ts';
import { breakLines, type Measure } from './text-measure.ts';

/** The two edges of the pages of one paper. */
type PageEdges = { readonly header: PageEdge; readonly footer: PageEdge };

/**
 * Copy, time of printing and page count at the foot of each page; number and bars at the head of all but the first.
 * pdfmake counts pages over the whole file, but a receipt and a register printed together are two papers. It asks for
 * the headers of all pages, in their order, before the first foot, so the header notes which pages are ours.
 */
export function pageEdges(model: PaperModel, format: PageFormat, measure: Measure): PageEdges {
	const pagesOfPaper: number[] = [];
	const footers = format.height === 'auto' ? [] : footersOf(model);
	return {
		header: (page) => {
			if (!pagesOfPaper.includes(page)) pagesOfPaper.push(page);
			return pagesOfPaper[0] === page ? null : drawLaterHead(model, format);
		},
		footer: (page) => {
			const lines = footers.flatMap((block) => block.lines);
			const count =
				model.pageCount || pagesOfPaper.length > 1
					? pageOf(pagesOfPaper.indexOf(page) + 1, pagesOfPaper.length, model.number)
					: [];
			const label = page === pagesOfPaper.at(-1) && model.strip ? drawStrip(model.strip, format, measure) : [];
			if (lines.length === 0 && count.length === 0) return label.length === 0 ? null : { stack: label };
			const own = foot(
				lines.map((line) => ({ text: lineRuns(line) })),
				count,
				format,
				measure
			);
			return label.length === 0 ? own : { stack: [own, ...label] };
		}
	};
}

/** Millimetres, quiet zone included: modules of 0.5 mm. */
const ROLL_QR_SIDE = 26;

/**
 * The same lines as the end of a paper from the roll, its QR beside them. A page of the roll is as long as its text, so
 * it has no foot to write in: pdfmake would put the foot below an endless page.
 */
export function rollEnd(model: PaperModel, format: PageFormat): readonly Content[] {
	if (format.height !== 'auto') return [];
	const stack = footersOf(model).flatMap(({ lines }) =>
		lines.map((line): Content => ({ text: lineRuns(line), fontSize: format.small - 0.5, margin: [0, 2, 0, 0] }))
	);
	if (model.codes.qr === undefined) return stack;
	const { svg, width, height } = qrSvg(model.codes.qr, ROLL_QR_SIDE);
	return [
		{
			columns: [
				{ width: '*', stack },
				{ svg, width: width * MM, height: height * MM }
			],
			columnGap: 4
		}
	];
}

function footersOf({ blocks }: PaperModel): readonly FooterBlock[] {
	return blocks.filter((block): block is FooterBlock => block.type === 'footer');
}

type FootLine = { readonly text: readonly TextRun[] };

/** Points above the foot; in a narrow margin it begins in the room above the letters of its first line. */
const ABOVE = 4;
const ABOVE_NARROW = -2;
const NARROW = 12 * MM;
/** Lines that a narrow margin holds: no printer prints at the very edge, and pdfmake drops what is below it, without an error. */
const NARROW_LINES = 2;
const SMALLEST = 7;
const GAP = 10;
const BETWEEN: TextRun = { text: '\u00a0'.repeat(4) };

function foot(left: readonly FootLine[], right: readonly FootLine[], format: PageFormat, measure: Measure): Content {
	const { margins, small } = format;
	const narrow = margins[3] < NARROW;
	const joined: FootLine = {
		text: left.flatMap(({ text }, at) => (at === 0 ? text : [BETWEEN, { text: ' ' }, ...text]))
	};
	const fits = (size: number) => linesBeside(joined, right, size, format, measure) <= NARROW_LINES;
	const size = narrow && !fits(small - 0.5) ? SMALLEST : small - 0.5;
	return {
		margin: [margins[0], narrow ? ABOVE_NARROW : ABOVE, margins[2], 0],
		columns: [
			{ width: '*', stack: (narrow ? [joined] : left).map((line) => ({ ...line, fontSize: size })) },
			{
				width: 'auto',
				stack: right.map((line) => ({ ...line, fontSize: size, alignment: 'right', noWrap: true }))
			}
		],
		columnGap: GAP
	};
}

/** How many lines a text takes at the left of others. */
function linesBeside(
	left: FootLine,
	right: readonly FootLine[],
	size: number,
	format: PageFormat,
	measure: Measure
): number {
	const wide = ({ text }: FootLine) => text.reduce((sum, run) => sum + measure(run.text, size, run.bold === true), 0);
	const room = innerWidth(format) - GAP - Math.max(0, ...right.map(wide));
	// As if all of it were bold.
	return breakLines(left.text.map(({ text }) => text).join(''), room, (line) => measure(line, size, true)).length;
}

/** «1 / 2» would be read aloud as a date, so the pair is spelt out. Torn pages are told apart by the number. */
function pageOf(page: number, pages: number, number: PaperNumber | null): readonly FootLine[] {
	const count = { text: inlineRuns({ kk: `Бет: ${page}, барлығы: ${pages}`, ru: `Страница ${page} из ${pages}` }) };
	return number === null || pages === 1 ? [count] : [count, { text: [{ text: `№ ${formatNumber(number)}` }] }];
}
