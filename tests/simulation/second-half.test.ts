import { describe, expect, it } from 'vitest';
import { blocks, runBlock } from './seeds.ts';

describe('devices, a server, and everything that can go wrong between them: second half of the seeds', () => {
	it.for(blocks(1))(
		'S17 every saved fact reaches the server once and all show the same, from seed %i',
		async (from) => {
			const { broken, runs } = await runBlock(from);
			expect(broken).toEqual([]);
			expect(runs.reduce((sum, { saved }) => sum + saved, 0)).toBeGreaterThanOrEqual(runs.length * 5);
		}
	);
});
