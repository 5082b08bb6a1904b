import { describe, expect, test } from 'vitest';
import { MainKey, PAUSE_MS } from './main-key.ts';

/** A press as the screen is asked about it: at once, where no other time is given. */
const press = (timeStamp: number, repeat = false, now = timeStamp) => [{ timeStamp, repeat }, now] as const;

describe('the main key on a screen that changes under the finger', () => {
	test('D81 a held key is one press', () => {
		const key = new MainKey();
		expect(key.counts(...press(100))).toBe(true);
		expect(key.counts(...press(600, true))).toBe(false);
		key.shown(650, false);
		expect(key.counts(...press(700, true))).toBe(false);
	});

	test('D81 a press from before the screen was drawn is not for it, however late it is handed on', () => {
		const key = new MainKey();
		key.shown(1000, false);
		expect(key.counts(...press(990))).toBe(false);
		expect(key.counts(...press(1010)), 'the check page takes the next one at once').toBe(true);
	});

	test.each([15, 120, 300])('D81 of six presses %i ms apart none turns the page with the number', (apart) => {
		const key = new MainKey();
		key.shown(0, false);
		expect(key.counts(...press(1000)), 'to the check page').toBe(true);
		key.shown(1002, false);
		expect(key.counts(...press(1000 + apart)), 'accepted').toBe(true);
		key.shown(1000 + apart + 10, true);
		for (let nr = 2; nr < 6; nr += 1) expect(key.counts(...press(1000 + nr * apart)), `press ${nr + 1}`).toBe(false);
		expect(key.counts(...press(1000 + 5 * apart + PAUSE_MS)), 'a new press').toBe(true);
	});

	test('D81 a press that a busy machine hands on late begins its pause only then', () => {
		const key = new MainKey();
		key.counts(...press(1000));
		key.shown(1100, true);
		expect(key.counts(...press(1150, false, 1900))).toBe(false);
		expect(key.counts(...press(2050)), '900 ms after the press, 150 ms after it was handed on').toBe(false);
	});
});
