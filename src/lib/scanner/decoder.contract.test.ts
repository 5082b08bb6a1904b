import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import type { Decoder } from './decoder.ts';
import { openJsDecoder } from './decoder-js.ts';
import { openWasmDecoder } from './decoder-wasm.ts';
import { blankPicture, code128Picture, qrPicture, stacked, turned } from './testing/code-picture.ts';

const NUMBER = makePaperNumber(1, 700, 427, 314);
const QR_TEXT = `TRZ1:${NUMBER}:3-07-20261122`;

async function openWasmFromPackage(): Promise<Decoder> {
	const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
	const bytes = await readFile(path);
	return openWasmDecoder(new Uint8Array(bytes).buffer);
}

const ENGINES = [
	{ engine: 'wasm', open: openWasmFromPackage },
	{ engine: 'js', open: async () => openJsDecoder() }
] as const;

describe.each(ENGINES)('the $engine decoder', ({ engine, open }) => {
	it.each([0, 90, 180, 270])('X2 reads a Code 128 turned by %i°', async (degrees) => {
		const decoder = await open();
		expect(decoder.engine).toBe(engine);
		expect(await decoder.decode(turnedBy(degrees, code128Picture(NUMBER)))).toEqual([
			{ format: 'code128', text: NUMBER }
		]);
	});

	it.each([0, 90, 180, 270])('X2 reads a QR turned by %i°', async (degrees) => {
		const decoder = await open();
		expect(await decoder.decode(turnedBy(degrees, qrPicture(QR_TEXT)))).toEqual([{ format: 'qr', text: QR_TEXT }]);
	});

	it('X2 reads both codes of one paper', async () => {
		const decoder = await open();
		const codes = await decoder.decode(stacked(code128Picture(NUMBER), qrPicture(QR_TEXT)));
		expect(codes).toHaveLength(2);
		expect(codes).toContainEqual({ format: 'code128', text: NUMBER });
		expect(codes).toContainEqual({ format: 'qr', text: QR_TEXT });
	});

	it.each([
		{ paper: 'white', grey: 255 },
		{ paper: 'grey', grey: 128 },
		{ paper: 'black', grey: 0 }
	])('X2 finds nothing on a $paper frame', async ({ grey }) => {
		const decoder = await open();
		expect(await decoder.decode(blankPicture(640, 360, grey))).toEqual([]);
	});
});

function turnedBy(degrees: number, picture: ReturnType<typeof code128Picture>): ReturnType<typeof code128Picture> {
	return degrees === 0 ? picture : turnedBy(degrees - 90, turned(picture));
}
