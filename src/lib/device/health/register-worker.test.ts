import { describe, expect, it } from 'vitest';
import { registerPatiently } from './register-worker.ts';

describe('the registration of the service worker', () => {
	it('S155 goes on until it succeeds, later each time, and says how often it failed', async () => {
		const [pauses, said]: [number[], number[]] = [[], []];
		let left = 3;
		await registerPatiently({
			register: async () => {
				if ((left -= 1) >= 0) throw new TypeError('Failed to fetch the script');
			},
			pause: async (ms) => void pauses.push(ms),
			random: () => 0,
			failed: (times) => void said.push(times)
		});
		expect(pauses).toEqual([2000, 4000, 8000]);
		expect(said).toEqual([1, 2, 3]);
	});
});
