import { type CardBlock } from '#lib/domain/documents/paper-model.ts';
import { qrSvg } from '../barcodes.ts';
import { type Content } from '../definition-types.ts';
import { MM } from '../page-formats.ts';
import { framed } from './frame-layout.ts';

/** ISO/IEC 7810 ID-1, millimetres: the card fits into the holders that everybody has. */
const [WIDTH, HEIGHT] = [85.6, 54];
/** Millimetres, quiet zone included: 25 modules of 0.9 mm, which a telephone's camera reads through a plastic cover. */
const QR_SIDE = 30;
const PADDING = 8;
const GAP = 8;

/** A card with its QR at the right, and a line around it to cut along. */
export function drawCard({ office, name, number, qr }: CardBlock): Content {
	const words: Content = {
		width: '*',
		stack: [
			{ text: office.kk, bold: true, fontSize: 9 },
			...(office.kk === office.ru ? [] : [{ text: office.ru, fontSize: 9 }]),
			{ text: name, bold: true, fontSize: 12.5, margin: [0, 9, 0, 9] },
			{ text: number.kk, bold: true, fontSize: 10.5 },
			{ text: number.ru, fontSize: 9 }
		]
	};
	const { svg, width, height } = qrSvg(qr, QR_SIDE);
	const columns: Content = {
		columns: [words, { svg, width: width * MM, height: height * MM }],
		columnGap: GAP
	};
	return {
		margin: [0, 0, 0, 10],
		unbreakable: true,
		table: {
			widths: [WIDTH * MM - 2 * PADDING],
			heights: () => HEIGHT * MM - 2 * PADDING,
			body: [[columns]]
		},
		layout: framed(0.5, PADDING, PADDING)
	};
}
