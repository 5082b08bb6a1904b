import { type Bilingual, type FieldBlock } from '#lib/domain/documents/paper-model.ts';
import { type Content } from '../definition-types.ts';
import { inlineRuns, stacked, valueText } from './bilingual-text.ts';
import { MM, type PageFormat } from '../page-formats.ts';
import { type DrawContext } from './draw-context.ts';

/** Points; beside a label of two lines a large date stands in one. */
const DUE_LABEL = 66 * MM;
/** What a label may become wider than measured: kerning. */
const LABEL_SLACK = 1.03;

/** A label and its value, in two columns or one below the other. */
export function drawField(block: FieldBlock, context: DrawContext): Content {
	const { format } = context;
	const { label, value, weight, place } = block;
	const due = weight === 'due';
	if (place === 'below') {
		return {
			margin: [0, 4, 0, 2],
			unbreakable: true,
			stack: [
				labelAbove(label, format),
				{ ...valueText(value, due ? format.due : format.body, 'stacked', due), margin: [format.indent, 2, 0, 0] }
			]
		};
	}
	if (place === 'line') {
		const runs = typeof value === 'string' ? [{ text: value }] : inlineRuns(value);
		return {
			text: [...inlineRuns(label, ': '), ...runs],
			fontSize: format.body,
			margin: [0, format.gap, 0, format.gap]
		};
	}
	const short: Content =
		format.labels === 'stacked' || due
			? { ...stacked(label, format.body), width: Math.min(labelWidthOf(context), DUE_LABEL) }
			: { text: inlineRuns(label, ':'), fontSize: format.body, width: format.labelWidth };
	return {
		margin: [0, format.gap, 0, format.gap],
		unbreakable: true,
		columns: [
			short,
			{ ...valueText(value, due ? format.due : format.body, format.labels, due), width: '*', ...(due ? dueDrop : {}) }
		],
		columnGap: 8
	};
}

/** Room for the longest label of the paper, and no more: what is left is the values'. */
function labelWidthOf({ model, format, measure }: DrawContext): number {
	const labels = model.blocks.flatMap((block) =>
		block.type === 'field' && block.place === 'beside' ? [block.label] : []
	);
	const widths = labels.flatMap(({ kk, ru }) => [measure(kk, format.body, true), measure(ru, format.body, false)]);
	return Math.min(format.labelWidth, Math.max(...widths) * LABEL_SLACK);
}

/** In small type where the page must hold much: the value is what is read. */
function labelAbove(label: Bilingual, { body, small, labels, height }: PageFormat): Content {
	return labels === 'inline' && height !== 'auto'
		? { text: inlineRuns(label, ':'), fontSize: small }
		: stacked(label, body);
}

/** Sets the single large line at the middle of the two lines of its label. */
const dueDrop = { margin: [0, 4, 0, 0] } as const;
