// The named `raw` of this package is a kind of barcode; the function that gives the bars is on the default export only.
import bwipjs from 'bwip-js/generic';
import type { Frame } from '../decoder.ts';

/** Modules of a picture: true is black. */
type Modules = { readonly width: number; readonly height: number; readonly black: (x: number, y: number) => boolean };

/** Quiet zone on every side, in modules; Code 128 needs 10. */
const QUIET = 12;
const BAR_HEIGHT = 40;

/** Draws Code 128 bars, white around them. @param scale pixels per module */
export function code128Picture(text: string, scale = 3): Frame {
	const [symbol] = bwipjs.raw('code128', text, {});
	if (!symbol || !('sbs' in symbol)) throw new Error('Not a linear code');
	const row = symbol.sbs.flatMap((width, at) => Array<boolean>(width).fill(at % 2 === 0));
	return rasterise({ width: row.length, height: BAR_HEIGHT, black: (x) => row[x] ?? false }, scale);
}

/** Draws a QR of level M, white around it. @param scale pixels per module */
export function qrPicture(text: string, scale = 4): Frame {
	const [symbol] = bwipjs.raw('qrcode', text, 'eclevel=M');
	if (!symbol || !('pixs' in symbol)) throw new Error('Not a matrix code');
	const { pixs, pixx, pixy } = symbol;
	return rasterise({ width: pixx, height: pixy, black: (x, y) => pixs[y * pixx + x] === 1 }, scale);
}

/** An empty picture of one grey. */
export function blankPicture(width: number, height: number, grey = 255): Frame {
	return paint(width, height, () => grey);
}

/** Puts one picture above another on white. */
export function stacked(upper: Frame, lower: Frame): Frame {
	const width = Math.max(upper.width, lower.width);
	return paint(width, upper.height + lower.height, (x, y) =>
		y < upper.height ? greyAt(upper, x, y) : greyAt(lower, x, y - upper.height)
	);
}

/** Turns a picture by 90° clockwise. */
export function turned(picture: Frame): Frame {
	const { width, height } = picture;
	return paint(height, width, (x, y) => greyAt(picture, y, height - 1 - x));
}

function rasterise({ width, height, black }: Modules, scale: number): Frame {
	return paint((width + 2 * QUIET) * scale, (height + 2 * QUIET) * scale, (x, y) => {
		const [column, row] = [Math.floor(x / scale) - QUIET, Math.floor(y / scale) - QUIET];
		const inside = column >= 0 && column < width && row >= 0 && row < height;
		return inside && black(column, row) ? 0 : 255;
	});
}

function greyAt({ data, width }: Frame, x: number, y: number): number {
	return x < width ? (data[(y * width + x) * 4] ?? 255) : 255;
}

function paint(width: number, height: number, grey: (x: number, y: number) => number): Frame {
	const data = new Uint8ClampedArray(width * height * 4).fill(255);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) data.fill(grey(x, y), (y * width + x) * 4, (y * width + x) * 4 + 3);
	}
	return { data, width, height };
}
