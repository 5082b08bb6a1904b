import { describe, expect, it } from 'vitest';
import { byKind, longestPause } from './pauses.ts';

describe('seconds without writes', () => {
	it('N373 are the longest between two writes, also where it began before the fault or goes on after it', () => {
		const moments = [100, 200, 900, 1000];
		expect(longestPause(moments, 150, 1000)).toBe(700);
		expect(longestPause(moments, 300, 800)).toBe(600);
		expect(longestPause(moments, 950, 3000)).toBe(2000);
		expect(longestPause([], 0, 500)).toBe(500);
	});

	it('N373 are told by kind: how often, the middle one, the longest', () => {
		const pauses = [
			{ kind: 'killed', seconds: 9 },
			{ kind: 'frozen', seconds: 21.5 },
			{ kind: 'killed', seconds: 10.3 },
			{ kind: 'killed', seconds: 8 },
			{ kind: 'frozen', seconds: 20 }
		];
		expect(byKind(pauses)).toEqual({
			killed: { faults: 3, median: 9, max: 10.3 },
			frozen: { faults: 2, median: 20.8, max: 21.5 }
		});
	});
});
