import { type StickerBlock } from '#lib/domain/documents/paper-model.ts';
import { code128Svg, qrSvg } from '../barcodes.ts';
import { type Content } from '../definition-types.ts';
import { MM } from '../page-formats.ts';
import { type DrawContext } from './draw-context.ts';

/** Millimetres, quiet zone included: modules of 0.4 mm for a hand scanner. */
const QR_SIDE = 15;

/** Where the upper left corner of a sticker lies on its page, in points. */
type Corner = { readonly x: number; readonly y: number };

/**
 * Bars across the whole width, the number below them, the first line across, the rest beside the QR. Every part has
 * its fixed place: a sticker that flows onto a second one is two stickers.
 */
export function drawSticker(
	{ grouped, lines }: StickerBlock,
	{ format, model }: DrawContext,
	at: Corner = { x: 0, y: 0 }
): Content {
	const [first = '', ...rest] = lines;
	const left = at.x + format.margins[0];
	const numberLine: Content = {
		text: grouped,
		bold: true,
		fontSize: format.number,
		alignment: 'left',
		noWrap: true,
		absolutePosition: { x: left, y: at.y + 14.7 * MM }
	};
	return {
		stack: [
			...bars(model.codes.code128, format.width, at),
			// On a label of its own the number stands in the middle; beside other papers pdfmake would take the middle of the sheet.
			at.x === 0 ? { ...numberLine, alignment: 'center' } : numberLine,
			{
				text: first,
				bold: true,
				fontSize: format.body,
				noWrap: true,
				absolutePosition: { x: left, y: at.y + 20.4 * MM }
			},
			...matrix(model.codes.qr, format.width, at),
			...rest.map((line, index): Content => ({
				text: line,
				fontSize: format.body,
				noWrap: true,
				absolutePosition: { x: left, y: at.y + (24.3 + index * 3.6) * MM }
			}))
		]
	};
}

function bars(number: DrawContext['model']['codes']['code128'], pageWidth: number, at: Corner): Content[] {
	if (number === undefined) return [];
	const { svg, width, height } = code128Svg(number);
	const x = at.x + (pageWidth - width * MM) / 2;
	return [{ svg, width: width * MM, height: height * MM, absolutePosition: { x, y: at.y + 1 * MM } }];
}

function matrix(payload: string | undefined, pageWidth: number, at: Corner): Content[] {
	if (payload === undefined) return [];
	const { svg, width, height } = qrSvg(payload, QR_SIDE);
	const x = at.x + pageWidth - (QR_SIDE + 1.5) * MM;
	return [{ svg, width: width * MM, height: height * MM, absolutePosition: { x, y: at.y + 24.2 * MM } }];
}
