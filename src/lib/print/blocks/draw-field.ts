import { type FieldBlock } from '../../domain/documents/paper-model';
import { type Content } from '../definition-types';
import { inlineRuns, stacked, valueText } from './bilingual-text';
import { type DrawContext } from './draw-context';

/** A label and its value, in two columns or one below the other. */
export function drawField(block: FieldBlock, { format }: DrawContext): Content {
	const { label, value, weight, place } = block;
	const due = weight === 'due';
	if (place === 'below') {
		return {
			margin: [0, 4, 0, 2],
			unbreakable: true,
			stack: [
				stacked(label, format.body),
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
		format.labels === 'stacked'
			? { ...stacked(label, format.body), width: format.labelWidth }
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

/** Sets the single large line at the middle of the two lines of its label. */
const dueDrop = { margin: [0, 4, 0, 0] } as const;
