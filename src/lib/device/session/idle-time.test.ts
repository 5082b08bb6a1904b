import { describe, expect, it } from 'vitest';
import { idleMs } from './idle-time.ts';

const MINUTE = 60_000;
const last = { wall: 1_764_000_000_000, steady: 5 * MINUTE };

describe('how long nobody has touched the device', () => {
	it.each([
		['both clocks went on', 3 * MINUTE, 3 * MINUTE, 3 * MINUTE],
		['the machine slept and its steady clock stood still', 30 * MINUTE, 0, 30 * MINUTE],
		['the wall clock was set back meanwhile', -60 * MINUTE, 12 * MINUTE, 12 * MINUTE],
		['the wall clock was set back and the machine slept', -60 * MINUTE, 0, 0]
	])('S161 %s', (_, wall, steady, expected) => {
		expect(idleMs(last, { wall: last.wall + wall, steady: last.steady + steady })).toBe(expected);
	});
});
