import { describe, expect, it } from 'vitest';
import { type Outcome, simulate } from './simulate';

const FROM = Number(process.env['SIM_FROM'] ?? 1);
const SEEDS = Number(process.env['SIM_SEEDS'] ?? 500);
const BLOCK = 25;

/** Runs a block of seeds; what breaks is told with its seed, so that it can be run alone. */
async function block(
	from: number,
	to: number,
	store: 'memory' | 'sqlite'
): Promise<{ broken: string[]; runs: Outcome[] }> {
	const broken: string[] = [];
	const runs: Outcome[] = [];
	for (let seed = from; seed < to; seed += 1) {
		try {
			const run = await simulate(seed, store);
			runs.push(run);
			if (run.broken.length > 0) broken.push(`seed ${seed}: ${run.broken.slice(0, 3).join('; ')}`);
		} catch (error) {
			broken.push(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
		}
	}
	return { broken, runs };
}

describe('devices, a server, and everything that can go wrong between them', () => {
	const blocks = Array.from({ length: Math.ceil(SEEDS / BLOCK) }, (_, index) => FROM + index * BLOCK);

	it.each(blocks)('S17 every saved fact reaches the server once and all show the same, from seed %i', async (from) => {
		const { broken, runs } = await block(from, Math.min(from + BLOCK, FROM + SEEDS), 'memory');
		expect(broken).toEqual([]);
		expect(runs.reduce((sum, { saved }) => sum + saved, 0)).toBeGreaterThan(runs.length * 5);
	});

	it('S17 the same on SQLite', async () => {
		expect((await block(FROM, FROM + 8, 'sqlite')).broken).toEqual([]);
	});
});
