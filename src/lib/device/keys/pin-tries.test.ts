import { describe, expect, it } from 'vitest';
import { FREE_TRIES, PinTries, type TriesShelf, waitOf } from './pin-tries.ts';

const MINUTE = 60_000;

function shelf(): TriesShelf {
	let kept: string | null = null;
	return { read: () => kept, write: (text) => (kept = text) };
}

function tried(times: number, on: TriesShelf = shelf(), number = '101'): PinTries {
	const tries = new PinTries(on);
	for (let time = 0; time < times; time += 1) tries.failed(number, 0);
	return tries;
}

describe('tries at a PIN', () => {
	it('N63 five wrong PINs are free, and each refusal tells how many are left', () => {
		expect(tried(0).left('101')).toBe(FREE_TRIES);
		expect(tried(FREE_TRIES - 1).left('101')).toBe(1);
		expect(tried(FREE_TRIES - 1).waitMs('101', 0)).toBe(0);
		expect(tried(FREE_TRIES).left('101')).toBe(0);
	});

	it('N63 then a minute has to pass, twice as long after each further one, an hour at most', () => {
		expect(tried(5).waitMs('101', 0)).toBe(MINUTE);
		expect(tried(5).waitMs('101', MINUTE)).toBe(0);
		expect(tried(6).waitMs('101', 0)).toBe(2 * MINUTE);
		expect(tried(7).waitMs('101', MINUTE)).toBe(3 * MINUTE);
		expect(tried(40).waitMs('101', 0)).toBe(60 * MINUTE);
	});

	it('N63 a reload or another tab goes on counting, each number for itself', () => {
		const on = shelf();
		tried(3, on);
		const reloaded = tried(2, on);
		expect(reloaded.waitMs('101', 0)).toBe(MINUTE);
		expect(reloaded.left('102')).toBe(FREE_TRIES);
	});

	it('N63 a right PIN or the password forgives them', () => {
		const tries = tried(9);
		tries.forgive('101');
		expect(tries.waitMs('101', 0)).toBe(0);
		expect(tries.left('101')).toBe(FREE_TRIES);
	});

	it('N63 a clock set back makes nobody wait longer than the whole time', () => {
		expect(waitOf({ wrong: 5, at: 1_000 * MINUTE }, 0)).toBe(MINUTE);
	});

	it('N63 what was kept and cannot be read counts as nothing', () => {
		expect(new PinTries({ read: () => '{"101', write: () => undefined }).left('101')).toBe(FREE_TRIES);
	});
});
