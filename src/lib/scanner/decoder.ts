/** A picture as four bytes (red, green, blue, opacity) per pixel, row by row: the shape of `ImageData`, without its class. */
export interface Frame {
	readonly data: Uint8ClampedArray<ArrayBuffer>;
	/** Pixels. */
	readonly width: number;
	/** Pixels. */
	readonly height: number;
}

export interface DecodedCode {
	readonly format: 'code128' | 'qr';
	readonly text: string;
}

/**
 * Finds the codes of a picture. Both engines pass the same contract (`decoder.contract.test.ts`): turned by any quarter,
 * a code is found; a picture without codes gives `[]`. A rejection means that the engine itself broke.
 */
export interface Decoder {
	readonly engine: 'wasm' | 'js';
	decode(frame: Frame): Promise<DecodedCode[]>;
}
