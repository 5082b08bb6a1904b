import {
	BarcodeFormat,
	BinaryBitmap,
	DecodeHintType,
	HybridBinarizer,
	MultiFormatReader,
	RGBLuminanceSource
} from '@zxing/library';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptQr } from '#lib/domain/documents/code-payloads.ts';
import { NUMBER } from '#lib/domain/documents/testing/sample-inputs.ts';
import { badgeDigitsOf } from '#lib/domain/number/badge.ts';
import { makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { CODE128_MODULE_MM, code128Svg, qrSvg } from './barcodes.ts';
import { drawSvg } from './testing/draw-svg.ts';

function decode(svg: string, format: BarcodeFormat): string {
	const { pixels, width, height } = drawSvg(svg, 3);
	const reader = new MultiFormatReader();
	const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.POSSIBLE_FORMATS, [format]]]);
	const source = new RGBLuminanceSource(pixels, width, height);
	return reader.decode(new BinaryBitmap(new HybridBinarizer(source)), hints).getText();
}

describe('Code 128', () => {
	it('P20 decodes to the number it was drawn from', () => {
		const part = (max: number, min = 1) => fc.integer({ min, max });
		const numbers = fc.tuple(part(99999), part(99999), part(999, 0)).map((parts) => makePaperNumber(1, ...parts));
		fc.assert(
			fc.property(numbers, (number) => {
				expect(decode(code128Svg(number).svg, BarcodeFormat.CODE_128)).toBe(number);
			}),
			{ numRuns: 15 }
		);
	});

	it('P20 is set C with its quiet zone, tall and wide enough for a cheap printer', () => {
		const { svg, width, height } = code128Svg(NUMBER);
		expect(width / CODE128_MODULE_MM).toBe(123 + 2 * 10);
		expect(width).toBeLessThan(58 - 2);
		expect(height).toBeGreaterThanOrEqual(12.7);
		const { pixels, width: columns } = drawSvg(svg, 1);
		const row = Array.from(pixels.subarray(0, columns));
		expect(row.indexOf(0)).toBe(10);
		expect(columns - 1 - row.lastIndexOf(0)).toBe(10);
	});
});

describe('QR', () => {
	const payload = receiptQr(NUMBER, 'a0'.repeat(32));

	it('P20 decodes to its payload', () => {
		expect(decode(qrSvg(payload, 30).svg, BarcodeFormat.QR_CODE)).toBe(payload);
	});

	it('P70 of a badge decodes to its forty digits', () => {
		const digits = badgeDigitsOf('9876543210987654321098765432109876');
		expect(decode(qrSvg(digits, 30).svg, BarcodeFormat.QR_CODE)).toBe(digits);
	});

	it('P20 keeps four modules of quiet zone', () => {
		const { svg, width, height } = qrSvg(payload, 30);
		expect([width, height]).toEqual([30, 30]);
		// Two units a module: the finder begins after eight.
		const { pixels, width: columns } = drawSvg(svg, 1);
		const firstDark = pixels.indexOf(0);
		expect([firstDark % columns, Math.floor(firstDark / columns)]).toEqual([8, 8]);
	});
});
