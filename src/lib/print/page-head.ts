import { type PaperModel } from '#lib/domain/documents/paper-model.ts';
import { formatNumber } from '#lib/domain/number/paper-number.ts';
import { code128Svg } from './barcodes.ts';
import { type Content } from './definition-types.ts';
import { MM, type PageFormat } from './page-formats.ts';

/** Bars, and the space below them. */
const HEIGHT = 16 * MM;

/** A paper that goes by its bars and may go on over pages; a label and a paper of the roll are always one piece. */
const mayGoOn = ({ codes, format }: PaperModel): boolean =>
	codes.code128 !== undefined && format !== 'roll-80' && format !== 'label-58x40';

/** What the second and every later page of a paper keeps free at its top, in points. */
export function laterHeadHeight(model: PaperModel): number {
	return mayGoOn(model) ? HEIGHT : 0;
}

/** The head of every page but the first: a page that came apart from its paper is still known, to the eye and to a scanner. */
export function drawLaterHead(model: PaperModel, { margins, body, small }: PageFormat): Content | null {
	const { code128 } = model.codes;
	if (code128 === undefined || !mayGoOn(model)) return null;
	const [left, top, right] = margins;
	const { svg, width, height } = code128Svg(code128);
	return {
		margin: [left, top - 2, right, 0],
		columns: [
			{
				width: '*',
				stack: [
					{ text: model.title.kk, bold: true, fontSize: small },
					...(model.title.kk === model.title.ru ? [] : [{ text: model.title.ru, fontSize: small }]),
					{ text: `№ ${formatNumber(code128)}`, bold: true, fontSize: body, margin: [0, 2, 0, 0] }
				]
			},
			{ svg, width: width * MM, height: height * MM }
		],
		columnGap: 8
	};
}
