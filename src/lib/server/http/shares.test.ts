import { describe, expect, it } from 'vitest';
import { createPace, createShares } from './shares.ts';

describe('limits for each person and address', () => {
	it('N76 each has so many at the same time, and what is given back is free again', () => {
		const shares = createShares();
		const ask = (person: string, address: string) =>
			shares.take([
				[person, 2],
				[address, 3]
			]);
		const first = ask('aigul', 'a');
		expect([ask('aigul', 'a'), ask('rustam', 'a')]).toEqual([expect.any(Function), expect.any(Function)]);
		expect(ask('aigul', 'b')).toBeUndefined();
		expect(ask('gulnar', 'a')).toBeUndefined();
		first!();
		first!();
		expect(ask('gulnar', 'a')).toBeTypeOf('function');
		expect(ask('aigul', 'b')).toBeTypeOf('function');
		expect(ask('aigul', 'b')).toBeUndefined();
	});

	it('N76 each does so much within a span, and is told when there is room again', () => {
		const pace = createPace(1000);
		expect([pace.wait('a', 2, 0), pace.wait('a', 2, 400), pace.wait('a', 2, 600)]).toEqual([0, 0, 400]);
		expect(pace.wait('b', 2, 600)).toBe(0);
		expect([pace.wait('a', 2, 1000), pace.wait('a', 2, 1100)]).toEqual([0, 300]);
	});
});
