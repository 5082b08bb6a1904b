import {
	BinaryBitmap,
	Code128Reader,
	DecodeHintType,
	HybridBinarizer,
	QRCodeReader,
	RGBLuminanceSource,
	type Reader
} from '@zxing/library';
import type { DecodedCode, Decoder } from './decoder.ts';
import { type GreyImage, greyOf, quarterTurn } from './grey-image.ts';

const HINTS = new Map<DecodeHintType, boolean>([[DecodeHintType.TRY_HARDER, true]]);

/**
 * The engine in plain JavaScript, for where WebAssembly is blocked: reads at most one code of each format per picture.
 * The two readers are called one by one, because the library's own `MultiFormatReader` stops at the first code of a
 * receipt that carries two, and fills the console with warnings on pictures without any.
 */
export function openJsDecoder(): Decoder {
	return { engine: 'js', decode: async (frame) => codesOf(greyOf(frame)) };
}

function codesOf(image: GreyImage): DecodedCode[] {
	const qr = read(new QRCodeReader(), image);
	// Lines are read in both directions, so one quarter turn covers the two upright ways; the library cannot turn by itself.
	const digits = read(new Code128Reader(), image) ?? read(new Code128Reader(), quarterTurn(image));
	const codes: DecodedCode[] = [];
	if (digits !== null) codes.push({ format: 'code128', text: digits });
	if (qr !== null) codes.push({ format: 'qr', text: qr });
	return codes;
}

function read(reader: Reader, image: GreyImage): string | null {
	const source = new RGBLuminanceSource(image.data, image.width, image.height);
	try {
		return reader.decode(new BinaryBitmap(new HybridBinarizer(source)), HINTS).getText();
	} catch {
		// The library says "nothing here" by an exception, and on noise by a TypeError or RangeError as well.
		return null;
	}
}
