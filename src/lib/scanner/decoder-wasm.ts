import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import type { DecodedCode, Decoder, Frame } from './decoder.ts';

/** A receipt carries two codes and a counter holds a few papers; more than this is no scan. */
const MOST_CODES = 8;

const OPTIONS: ReaderOptions = {
	formats: ['Code128', 'QRCode'],
	textMode: 'Plain',
	maxNumberOfSymbols: MOST_CODES
};

/**
 * Opens the WebAssembly engine.
 * @param wasm URL of our own copy of `zxing_reader.wasm` (the package would take it from a CDN), or its bytes
 * @throws where WebAssembly is missing or blocked by the worker's CSP, or the file does not load
 */
export async function openWasmDecoder(wasm: string | ArrayBuffer): Promise<Decoder> {
	const overrides = typeof wasm === 'string' ? { locateFile: () => wasm } : { wasmBinary: wasm };
	await prepareZXingModule({ overrides, fireImmediately: true });
	return { engine: 'wasm', decode };
}

async function decode({ data, width, height }: Frame): Promise<DecodedCode[]> {
	const results = await readBarcodes({ data, width, height, colorSpace: 'srgb' }, OPTIONS);
	return results
		.filter((result) => result.isValid)
		.map((result) => ({ format: result.symbology === 'Code128' ? 'code128' : 'qr', text: result.text }));
}
