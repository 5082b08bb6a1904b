import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caretAfter, digitBesideGap, digitsOf, grouped, insertDigits } from './digit-groups.ts';
import { digitOfKey } from './digit-of-key.ts';
import { shortcutLabel } from './shortcut-label.ts';
import { asVerdict } from './verdict.ts';

describe('fields for numbers', () => {
	it('W18 a number is shown in groups, whatever was pasted around its digits', () => {
		expect(grouped(digitsOf('№ 1104\u00A00226-1123 0017', 16), 4)).toBe('1104 0226 1123 0017');
		expect(grouped('', 4)).toBe('');
		expect(digitsOf('12345', 4)).toBe('1234');
	});

	it('W18 the caret stays behind the digit it stood behind', () => {
		fc.assert(
			fc.property(
				fc.stringMatching(/^[0-9]{0,16}$/),
				fc.nat(16),
				fc.integer({ min: 1, max: 6 }),
				(digits, at, size) => {
					const count = Math.min(at, digits.length);
					const before = grouped(digits, size).slice(0, caretAfter(count, size));
					expect(digitsOf(before, 16)).toBe(digits.slice(0, count));
				}
			)
		);
	});

	it('W18 digits are put in at the caret and over a selection; a full field takes no more', () => {
		expect(insertDigits('1234', 2, 2, '9', 16)).toEqual({ digits: '12934', caret: 3 });
		expect(insertDigits('1234', 0, 4, '55 66', 16)).toEqual({ digits: '5566', caret: 4 });
		expect(insertDigits('1234', 2, 2, '9', 4)).toEqual({ digits: '1234', caret: 2 });
	});

	it('W18 a deletion beside a gap takes out the digit behind the gap', () => {
		expect(digitBesideGap('1104 0226', 5, 'Backspace')).toBe(3);
		expect(digitBesideGap('1104 0226', 4, 'Delete')).toBe(4);
		expect(digitBesideGap('1104 0226', 4, 'Backspace')).toBeUndefined();
	});

	it('W19 a digit is known by the place of its key: the top row of the Kazakh layout has none', () => {
		expect([digitOfKey('Digit7'), digitOfKey('Numpad0'), digitOfKey('KeyQ'), digitOfKey('F2')]).toEqual([
			'7',
			'0',
			undefined,
			undefined
		]);
	});

	it('W19 a shortcut is shown as it is printed on the keys', () => {
		expect([shortcutLabel('Control+Enter'), shortcutLabel('F8')]).toEqual(['Ctrl ↵', 'F8']);
	});
});

describe('verdicts', () => {
	it('W20 the first sentence of a verdict is its word, the rest says what to do', () => {
		expect(asVerdict('repeat', 'Қайталанды. Бұл тізілімде бар: 10:42', { number: '1104022611230017' })).toEqual({
			kind: 'repeat',
			word: 'Қайталанды',
			todo: 'Бұл тізілімде бар: 10:42',
			number: '1104022611230017'
		});
		expect(asVerdict('info', 'Тізілімсіз түсті')).toEqual({ kind: 'info', word: 'Тізілімсіз түсті' });
	});
});
