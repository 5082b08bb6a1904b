import { type StickerBlock } from '../../domain/documents/paper-model';
import { code128Svg, qrSvg } from '../barcodes';
import { type Content } from '../definition-types';
import { MM } from '../page-formats';
import { type DrawContext } from './draw-context';

/** Millimetres, quiet zone included: modules of 0.4 mm for a hand scanner. */
const QR_SIDE = 15;

/**
 * Bars across the whole width, the number below them, the first line across, the rest beside the QR. Every part has
 * its fixed place: a sticker that flows onto a second one is two stickers.
 */
export function drawSticker({ grouped, lines }: StickerBlock, { format, model }: DrawContext): Content {
	const [left] = format.margins;
	const [first = '', ...rest] = lines;
	return {
		stack: [
			...bars(model.codes.code128, format.width),
			{
				text: grouped,
				bold: true,
				fontSize: format.number,
				alignment: 'center',
				noWrap: true,
				absolutePosition: { x: left, y: 14.7 * MM }
			},
			{ text: first, bold: true, fontSize: format.body, noWrap: true, absolutePosition: { x: left, y: 20.4 * MM } },
			...matrix(model.codes.qr, format.width),
			...rest.map((line, index): Content => ({
				text: line,
				fontSize: format.body,
				noWrap: true,
				absolutePosition: { x: left, y: (24.3 + index * 3.6) * MM }
			}))
		]
	};
}

function bars(number: DrawContext['model']['codes']['code128'], pageWidth: number): Content[] {
	if (number === undefined) return [];
	const { svg, width, height } = code128Svg(number);
	const x = (pageWidth - width * MM) / 2;
	return [{ svg, width: width * MM, height: height * MM, absolutePosition: { x, y: 1 * MM } }];
}

function matrix(payload: string | undefined, pageWidth: number): Content[] {
	if (payload === undefined) return [];
	const { svg, width, height } = qrSvg(payload, QR_SIDE);
	const x = pageWidth - (QR_SIDE + 1.5) * MM;
	return [{ svg, width: width * MM, height: height * MM, absolutePosition: { x, y: 24.2 * MM } }];
}
