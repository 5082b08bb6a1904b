import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOneTimeCode } from '../org/one-time-code.ts';
import { parseIin } from './iin.ts';
import { BADGE_RANDOM_DIGITS, badgeDigitsOf, badgeIdOf, readBadge } from './badge.ts';
import { parsePaperNumber } from './paper-number.ts';

const digit = fc.integer({ min: 0, max: 9 });
const badge = fc
	.array(digit, { minLength: BADGE_RANDOM_DIGITS, maxLength: BADGE_RANDOM_DIGITS })
	.map((digits) => badgeDigitsOf(digits.join('')));

describe('the digits of a badge', () => {
	it('N170 are 40 and read back as they were made, whatever a scanner sends around them', () => {
		fc.assert(
			fc.property(
				badge,
				fc.constantFrom('', ']Q1', 'AB#', '\u0002'),
				fc.constantFrom('', '#', '\r'),
				(made, pre, post) => {
					expect(made).toMatch(/^\d{40}$/);
					expect(readBadge(`${pre}${made}${post}`)).toEqual({ ok: true, digits: made });
				}
			)
		);
	});

	it('N170 one wrong digit, or two thirds of them, are told as a damaged badge and never as another code', () => {
		fc.assert(
			fc.property(badge, fc.integer({ min: 4, max: 39 }), fc.integer({ min: 1, max: 9 }), (made, place, shift) => {
				const wrong = String((Number(made[place]) + shift) % 10);
				expect(readBadge(made.slice(0, place) + wrong + made.slice(place + 1))).toEqual({
					ok: false,
					reason: 'damaged'
				});
				expect(readBadge(made.slice(0, 26))).toEqual({ ok: false, reason: 'damaged' });
			})
		);
	});

	it('N170 no part of a badge is a paper’s number, a one-time code or an IIN, and none of these is a badge', () => {
		fc.assert(
			fc.property(badge, fc.integer({ min: 1, max: 40 }), (made, length) => {
				const part = made.slice(0, length);
				expect(parsePaperNumber(part).ok).toBe(false);
				expect(readOneTimeCode(part)).toBeNull();
				expect(parseIin(part).ok).toBe(false);
			})
		);
		for (const other of ['1000042000073051', '9000070001201277', '900101300017', 'TRZ1:1000042000073051:3:body-15'])
			expect(readBadge(other)).toBeNull();
	});

	it('N171 its name is of one form and tells apart badges that differ in one digit', () => {
		const [a, b] = ['0'.repeat(34), `${'0'.repeat(33)}1`].map((random) => badgeIdOf(badgeDigitsOf(random)));
		expect([a, b]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)]);
		expect(a).not.toBe(b);
	});
});
