import { describe, expect, it } from 'vitest';
import { plainDate } from '../time/plain-date.ts';
import { type PinRefusal, pinRefusalOf } from './new-pin.ts';

const today = plainDate('2026-11-27');
const refusalOf = (pin: string, number = '4711') => pinRefusalOf(pin, { number, today });

describe('a new PIN', () => {
	it.each<[PinRefusal, string[]]>([
		['notDigits', ['72b491', '72 491', '７２９４９１', '-72949']],
		['tooShort', ['', '7', '7294', '72949']],
		['tooLong', ['7294917294916']],
		['allSame', ['000000', '77777777']],
		['run', ['123456', '654321', '789012', '109876', '111222', '112233', '123321', '33322211', '012345678901']],
		['repeated', ['258258', '72727272', '729729729', '772277', '131313', '729472947']],
		['birthDate', ['310785', '850731', '29021996', '19960229', '020570', '27112026', '290200']],
		['staffNumber', ['471147', '004711', '471100', '4711471147']]
	])('N120 is refused as %s', (refusal, pins) => {
		expect(pins.map((pin) => [pin, refusalOf(pin)])).toEqual(pins.map((pin) => [pin, refusal]));
	});

	it('N120 of six to twelve digits without such a pattern is taken', () => {
		for (const pin of ['729491', '1472583', '310786429', '947201738264']) expect(refusalOf(pin), pin).toBeNull();
	});

	it('N120 is no date of birth where nobody was born that day', () => {
		for (const pin of ['28112026', '31129999', '31041985', '29021995', '31121919', '134501']) {
			expect(refusalOf(pin), pin).toBeNull();
		}
		expect(pinRefusalOf('28112026', { number: '4711', today: plainDate('2026-11-28') })).toBe('birthDate');
	});

	it('N120 may be the number of somebody else, and not the own one of six digits', () => {
		expect(refusalOf('729491', '729491')).toBe('staffNumber');
		expect(refusalOf('729491', '729492')).toBeNull();
		expect(refusalOf('729491', '729')).toBeNull();
	});

	it('N120 leaves more than nine of ten choices: what is refused are patterns, not digits', () => {
		let refused = 0;
		for (let pin = 0; pin < 1_000_000; pin += 7) refused += refusalOf(String(pin).padStart(6, '0')) === null ? 0 : 1;
		expect(refused / (1_000_000 / 7)).toBeCloseTo(0.067, 2);
	});
});
