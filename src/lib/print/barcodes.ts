import { code128, drawingSVG, qrcode } from 'bwip-js/generic';
import { type PaperNumber } from '#lib/domain/number/paper-number.ts';

/** A code as vector bars, quiet zone included. Sizes are millimetres. */
type BarcodeSvg = { readonly svg: string; readonly width: number; readonly height: number };

/** Three dots of a 203 dpi printer: thinner bars smear on thermal paper. */
export const CODE128_MODULE_MM = 0.375;

/** Start, eight pairs of digits, check, stop: only set C packs 16 digits into 123 modules. */
const CODE128_MODULES = 123;
const CODE128_QUIET = 10;
/** 36 modules of 0.375 mm are 13.5 mm; the least for a hand scanner is 12.7. */
const CODE128_HEIGHT_MODULES = 36;

const QR_QUIET = 4;

/**
 * Code 128 (set C) of a paper's number: 53.6 × 13.5 mm. bwip-js adds no quiet zone of its own, so 10 modules are
 * asked for on both sides.
 */
export function code128Svg(number: PaperNumber): BarcodeSvg {
	const svg = code128(
		{
			bcid: 'code128',
			text: number,
			// bwip-js takes the height in millimetres of 72 units an inch, one unit a module.
			height: ((CODE128_HEIGHT_MODULES + 0.5) / 72) * 25.4,
			scale: 1,
			paddingwidth: CODE128_QUIET
		},
		drawingSVG()
	);
	const box = viewBoxOf(svg);
	if (box.width !== CODE128_MODULES + 2 * CODE128_QUIET) throw new Error(`Code 128 left set C: ${box.width} modules`);
	return { svg, width: box.width * CODE128_MODULE_MM, height: box.height * CODE128_MODULE_MM };
}

/**
 * QR, level M, with 4 modules of quiet zone: without it the code does not decode next to other print.
 * @param side millimetres of the whole square, quiet zone included
 */
export function qrSvg(payload: string, side: number): BarcodeSvg {
	// bwip-js draws a module of a matrix code with two units.
	// `eclevel` is an option of the symbol, which the package's types leave out.
	const options = { bcid: 'qrcode', text: payload, eclevel: 'M', scale: 1, padding: QR_QUIET * 2 };
	const svg = qrcode(options, drawingSVG());
	return { svg, width: side, height: side };
}

function viewBoxOf(svg: string): { width: number; height: number } {
	const match = /viewBox="0 0 (\d+) (\d+)"/.exec(svg);
	if (!match) throw new Error('The barcode has no view box');
	return { width: Number(match[1]), height: Number(match[2]) };
}
