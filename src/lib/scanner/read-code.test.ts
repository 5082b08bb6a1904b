import { describe, expect, it } from 'vitest';
import { formatNumber, makePaperNumber } from '#lib/domain/number/paper-number.ts';
import { readCode } from './read-code.ts';

const NUMBER = makePaperNumber(1, 700, 427, 314);
const WRONG = NUMBER.slice(0, -1) + ((Number(NUMBER.at(-1)) + 1) % 10);

describe('the text of a code', () => {
	it.each([
		{ what: 'bare digits', text: NUMBER },
		{ what: 'digits in groups', text: formatNumber(NUMBER) },
		{ what: 'digits with a symbology identifier', text: `]C0${NUMBER}` },
		{ what: 'a QR without payload', text: `TRZ1:${NUMBER}` },
		{ what: 'a QR with an empty payload', text: `TRZ1:${NUMBER}:` },
		{ what: 'a QR in small letters', text: `trz1:${NUMBER}` }
	])('X1 is a number when it is $what', ({ text }) => {
		expect(readCode(text)).toEqual({ ok: true, number: NUMBER });
	});

	it('X1 gives what follows the number in a QR, colons and all', () => {
		expect(readCode(`TRZ1:${NUMBER}:3:07:2026-11-22`)).toEqual({
			ok: true,
			number: NUMBER,
			payload: '3:07:2026-11-22'
		});
	});

	it.each([
		{ text: WRONG, reason: 'check' },
		{ text: `TRZ1:${WRONG}:3:07`, reason: 'check' },
		{ text: NUMBER.slice(1), reason: 'length' },
		{ text: '', reason: 'length' },
		{ text: 'https://example.kz/1', reason: 'notDigits' },
		{ text: `TRZ2:${NUMBER}`, reason: 'notDigits' }
	])('X1 is refused as $reason when it is "$text"', ({ text, reason }) => {
		expect(readCode(text)).toEqual({ ok: false, reason });
	});
});
