import { describe, expect, it } from 'vitest';
import { parsePaperNumber } from '../number/paper-number.ts';
import { CODES, formatOneTimeCode, oneTimeCodeOf, readOneTimeCode } from './one-time-code.ts';

const code = oneTimeCodeOf(4_815_162_342_108);

describe('a one-time code', () => {
	it('N126 is of at least forty random bits, and reads again as it is shown, dictated or typed', () => {
		expect(Math.log2(CODES)).toBeGreaterThan(40);
		const shown = formatOneTimeCode(code);
		expect(shown).toMatch(/^7\d{3}(?:-\d{4}){3}$/);
		for (const typed of [shown, code, shown.replaceAll('-', ' '), ` ${shown.replaceAll('-', ' – ')} `])
			expect(readOneTimeCode(typed), typed).toBe(code);
		for (const random of [0, CODES - 1]) expect(readOneTimeCode(oneTimeCodeOf(random))).toHaveLength(16);
	});

	it('N126 with a slip of the hand is known as none before it costs an attempt', () => {
		const slips = [...code].map((digit, at) => `${code.slice(0, at)}${(Number(digit) + 1) % 10}${code.slice(at + 1)}`);
		expect(slips.filter((slip) => readOneTimeCode(slip) !== null)).toEqual([]);
		for (const typed of ['', code.slice(1), `${code}1`, code.replace('7', '٧'), 'құпиясөз'])
			expect(readOneTimeCode(typed), typed).toBeNull();
	});

	it('N126 is never the number of a paper', () => {
		expect(parsePaperNumber(code)).toEqual({ ok: false, reason: 'kind' });
	});
});
