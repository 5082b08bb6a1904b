import { describe, expect, it } from 'vitest';
import { readPart, type SecretPart, writePart } from './secret-parts.ts';

const PART: SecretPart = { part: 1, pair: '40417', bits: 2n ** 255n + 12_345n };

describe('a part of a secret on paper', () => {
	it('N200 is read as it was written, with whatever spaces and dashes', () => {
		const lines = writePart(PART);
		expect(lines).toHaveLength(6);
		expect(lines.every((line) => /^\d{4} \d{4} \d{4} \d{4}$/.test(line))).toBe(true);
		expect(readPart(lines)).toEqual({ ok: true, value: PART });
		expect(readPart(lines.map((line) => line.replaceAll(' ', '–')))).toEqual({ ok: true, value: PART });
		for (const bits of [0n, 2n ** 256n - 1n])
			expect(readPart(writePart({ ...PART, bits }))).toMatchObject({ value: { bits } });
	});

	it('N200 a wrong digit, two that changed places and two lines that did are told with the line', () => {
		const lines = writePart(PART);
		const put = (at: number, line: string) => lines.map((each, place) => (place === at ? line : each));
		for (let at = 0; at < lines.length; at += 1) {
			const digit = String((Number(lines[at]![0]) + 1) % 10);
			expect(readPart(put(at, digit + lines[at]!.slice(1)))).toEqual({ ok: false, line: at + 1 });
		}
		expect(readPart([lines[1]!, lines[0]!, ...lines.slice(2)])).toEqual({ ok: false, line: 1 });
		expect(readPart(lines.slice(0, 5))).toEqual({ ok: false, line: 6 });
		expect(readPart(put(2, 'бір'))).toEqual({ ok: false, line: 3 });
	});
});
