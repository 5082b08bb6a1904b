import { describe, expect, it } from 'vitest';
import { labelQr, receiptQr } from './code-payloads.ts';
import { NUMBER } from './testing/sample-inputs.ts';

describe('payloads of the codes', () => {
	it('P7 begin with the version and keep their parts apart', () => {
		expect(receiptQr(NUMBER, 'ab12')).toBe('TRZ1:1000070004273142:ab12');
		expect(labelQr(NUMBER, 8, 'body-15', '2026-11-23')).toBe('TRZ1:1000070004273142:8:body-15:2026-11-23');
	});

	it.each(['', 'a:b'])('P7 refuse the part «%s», which would be read as another', (part) => {
		expect(() => receiptQr(NUMBER, part)).toThrow(RangeError);
		expect(() => labelQr(NUMBER, 3, part, '2026-11-23')).toThrow(RangeError);
	});
});
