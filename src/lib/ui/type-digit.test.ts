import { describe, expect, it } from 'vitest';
import { digitMeant } from './type-digit.ts';

const BARE = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false };

describe('keys in a field of numbers', () => {
	it('W21 the top row of the Kazakh layout types digits', () => {
		const row = [')', '"', 'ә', 'і', 'ң', 'ғ', ',', '.', 'ү', 'ұ'];
		const typed = row.map((key, digit) => digitMeant({ ...BARE, key, code: `Digit${digit}` }));
		expect(typed.join('')).toBe('0123456789');
	});

	it('W21 digits, letters elsewhere, shortcuts, Shift and keys that type nothing are left as they are', () => {
		const left = [
			{ key: '5', code: 'Digit5' },
			{ key: '5', code: 'Numpad5' },
			{ key: 'а', code: 'KeyF' },
			{ key: '-', code: 'Minus' },
			{ key: 'Enter', code: 'Enter' },
			{ key: 'ArrowUp', code: 'Numpad8' },
			{ key: '№', code: 'Digit3', shiftKey: true },
			{ key: 'ә', code: 'Digit2', ctrlKey: true },
			{ key: 'ә', code: 'Digit2', altKey: true },
			{ key: 'ә', code: 'Digit2', isComposing: true }
		];
		expect(left.map((key) => digitMeant({ ...BARE, ...key }))).toEqual(left.map(() => undefined));
	});
});
