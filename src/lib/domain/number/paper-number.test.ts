import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	applicationNumberOf,
	formatNumber,
	makePaperNumber,
	paperOf,
	parsePaperNumber,
	resultNumberOf
} from './paper-number.ts';

const device = fc.integer({ min: 1, max: 99_999 });
const serial = fc.integer({ min: 1, max: 99_999 });
const random = fc.integer({ min: 0, max: 999 });
const kind = fc.constantFrom(1, 2, 8, 9) as fc.Arbitrary<1 | 2 | 8 | 9>;
const number = fc.tuple(kind, device, serial, random).map((parts) => makePaperNumber(...parts));

/** Puts other check digits under a body, by trying all of them: independent of the code under test. */
function withCheck(body: string): string {
	for (let check = 0; check < 100; check++) {
		const text = body + String(check).padStart(2, '0');
		if (BigInt(text) % 97n === 1n && check > 1) return text;
	}
	throw new Error('no check digits');
}

describe('the number of a paper', () => {
	it('N1 has 16 digits: kind, device, serial, random, check', () => {
		const made = makePaperNumber(1, 42, 7, 305);
		expect(made).toBe(withCheck('1' + '00042' + '00007' + '305'));
		expect(parsePaperNumber(made)).toEqual({ ok: true, number: made, kind: 1, device: 42, serial: 7 });
	});

	it('N1 is read back as it was made, with spaces or without', () => {
		fc.assert(
			fc.property(kind, device, serial, random, (k, d, s, r) => {
				const made = makePaperNumber(k, d, s, r);
				expect(made).toMatch(/^\d{16}$/);
				expect(parsePaperNumber(` ${formatNumber(made)} `)).toEqual({
					ok: true,
					number: made,
					kind: k,
					device: d,
					serial: s
				});
			})
		);
	});

	it('N1 is not made from a device, serial or random part that does not fit', () => {
		expect(() => makePaperNumber(1, 0, 1, 0)).toThrow(RangeError);
		expect(() => makePaperNumber(1, 1, 100_000, 0)).toThrow(RangeError);
		expect(() => makePaperNumber(1, 1, 1, 1000)).toThrow(RangeError);
		expect(() => makePaperNumber(1, 1.5, 1, 0)).toThrow(RangeError);
	});

	it('N2 is refused after any single wrong digit or swap of neighbours', () => {
		fc.assert(
			fc.property(number, fc.nat(15), fc.integer({ min: 1, max: 9 }), (made, place, shift) => {
				const wrong = String((Number(made[place]) + shift) % 10);
				const text = made.slice(0, place) + wrong + made.slice(place + 1);
				expect(parsePaperNumber(text)).toEqual({ ok: false, reason: 'check' });
			})
		);
		fc.assert(
			fc.property(number, fc.nat(14), (made, place) => {
				const [left, right] = [made.charAt(place), made.charAt(place + 1)];
				fc.pre(left !== right);
				const text = made.slice(0, place) + right + left + made.slice(place + 2);
				expect(parsePaperNumber(text)).toEqual({ ok: false, reason: 'check' });
			})
		);
	});

	it('N2 has one spelling only: check digits that leave the same remainder are refused', () => {
		fc.assert(
			fc.property(number, (made) => {
				const check = Number(made.slice(14));
				fc.pre(check >= 97);
				const twin = made.slice(0, 14) + String(check - 97).padStart(2, '0');
				expect(parsePaperNumber(twin)).toEqual({ ok: false, reason: 'check' });
			})
		);
	});

	it('N2 is refused with the reason that fits the mistake', () => {
		expect(parsePaperNumber('')).toEqual({ ok: false, reason: 'length' });
		expect(parsePaperNumber('123456789012345')).toEqual({ ok: false, reason: 'length' });
		expect(parsePaperNumber('1000 42OO 0073 0512')).toEqual({ ok: false, reason: 'notDigits' });
		expect(parsePaperNumber(withCheck('30004200007305'))).toEqual({ ok: false, reason: 'kind' });
		expect(parsePaperNumber(withCheck('10000000007305'))).toEqual({ ok: false, reason: 'kind' });
	});

	it('N3 tells packet, result, register and badge apart by its first digit', () => {
		expect(paperOf(makePaperNumber(1, 1, 1, 1))).toBe('packet');
		expect(paperOf(makePaperNumber(2, 1, 1, 1))).toBe('result');
		expect(paperOf(makePaperNumber(9, 1, 1, 1))).toBe('register');
		expect(paperOf(makePaperNumber(8, 1, 1, 1))).toBe('badge');
	});

	it('N4 of packet and result share all but kind and check', () => {
		fc.assert(
			fc.property(device, serial, random, (d, s, r) => {
				const application = makePaperNumber(1, d, s, r);
				const result = resultNumberOf(application);
				expect(result).toBe(makePaperNumber(2, d, s, r));
				expect(result.slice(1, 14)).toBe(application.slice(1, 14));
				expect(applicationNumberOf(result)).toBe(application);
				expect(applicationNumberOf(application)).toBe(application);
			})
		);
	});

	it('N5 is shown in groups of four with no-break spaces', () => {
		const shown = formatNumber(makePaperNumber(1, 42, 7, 305));
		expect(shown).toMatch(/^1000\u00a04200\u00a00073\u00a005\d\d$/);
	});
});
