import { describe, expect, it } from 'vitest';
import { lazyList } from './lazy-list.ts';

describe('a list that is made item by item', () => {
	it('G18 a regulation is parsed when it is first looked at, and only once', () => {
		const made: number[] = [];
		const list = lazyList([1, 2, 3], (each) => {
			made.push(each);
			return { double: each * 2 };
		});
		expect(list).toHaveLength(3);
		expect(made).toEqual([]);
		expect(list[1]).toBe(list[1]);
		expect(made).toEqual([2]);
		expect(list.map(({ double }) => double)).toEqual([2, 4, 6]);
		expect(made).toEqual([2, 1, 3]);
	});

	it('G18 data that are broken are refused when they are looked at', () => {
		const list = lazyList([1], () => {
			throw new RangeError('broken');
		});
		expect(() => list[0]).toThrow(RangeError);
		expect(list[1]).toBeUndefined();
	});
});
