import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { type Content, type PaperDefinition, type SectionNode } from './definition-types.ts';
import { drawBlocks } from './draw-block.ts';
import { stripHeight } from './draw-strip.ts';
import { fitToPage } from './fit-to-page.ts';
import { FONT_FAMILY } from './paper-fonts.ts';
import { innerWidth, PAGE_FORMATS, type PageFormat } from './page-formats.ts';
import { pageEdges, rollEnd } from './page-foot.ts';
import { laterHeadHeight } from './page-head.ts';
import { type Measure } from './text-measure.ts';

/**
 * The papers as one file of pdfmake, each with its own page size: a receipt on A4, then its label of 58 × 40 mm.
 * `tagged` stays off: pdfmake writes an empty structure tree, and a claim of PDF/UA would be false. The accessible
 * form of a paper is the page drawn from the same model.
 */
export function paperDefinition(models: readonly PaperModel[], measure: Measure): PaperDefinition {
	const [first] = models;
	if (first === undefined) throw new RangeError('A file of papers needs at least one');
	return {
		language: 'kk',
		info: { title: titleOf(first), creator: 'Tereze', producer: 'Tereze' },
		displayTitle: true,
		compress: true,
		defaultStyle: { font: FONT_FAMILY, fontSize: 12, lineHeight: 0.92 },
		content: models.map((model) => section(model, measure))
	};
}

function section(model: PaperModel, measure: Measure): SectionNode {
	const format = PAGE_FORMATS[model.format];
	const [left, top, right, bottom] = format.margins;
	const head = laterHeadHeight(model);
	const strip = stripHeight(model);
	const room = format.height === 'auto' ? Infinity : format.height - top - bottom - head - strip;
	// The first page has no head of its own kind: its content begins where the paper begins.
	const flow: Content = {
		stack: [...drawBlocks(model, format, measure), ...rollEnd(model, format)],
		margin: [0, -head, 0, 0]
	};
	return {
		section: [fitToPage(flow, innerWidth(format), room, measure)],
		// pdfmake writes into the size (it replaces `auto`), so each file gets its own object.
		pageSize: { width: format.width, height: format.height },
		pageMargins: [left, top + head, right, bottom + strip],
		...pageEdges(model, format, measure),
		...(model.training ? { watermark: trainingWatermark(format) } : {})
	};
}

function titleOf({ title, number }: PaperModel): string {
	return number === null ? title.kk : `${title.kk} № ${number}`;
}

const trainingWatermark = ({ height }: PageFormat) => ({
	// Across the roll a text that fills the page would be cut off at both sides.
	...(height === 'auto' ? { fontSize: 34, angle: -60 } : {}),
	text: 'ҮЙРЕНУ · УЧЕБНЫЙ',
	color: '#000000',
	opacity: 0.1,
	bold: true,
	font: FONT_FAMILY
});
