import { type Outcome, simulate } from './simulate.ts';

const SEEDS = Number(process.env['SIM_SEEDS'] ?? 300);
const FROM = Number(process.env['SIM_FROM'] ?? firstSeed(SEEDS));
const BLOCK = 25;

/**
 * The first of so many seeds: 1, so that every run by day is the same. With `SIM_BY_DATE=1` each day takes others, for runs by
 * night; what breaks is told with its seed either way.
 */
export function firstSeed(seeds: number): number {
	const days = Math.floor(Date.now() / 86_400_000);
	return process.env['SIM_BY_DATE'] ? 1_000_001 + days * seeds : 1;
}

/** Where the blocks of seeds begin: 300 from 1, or as SIM_FROM and SIM_SEEDS say. Two files share them, so two cores do. */
export const blocks = (half: 0 | 1): number[] =>
	Array.from({ length: Math.ceil(SEEDS / BLOCK) }, (_, index) => FROM + index * BLOCK).filter(
		(_, index) => index % 2 === half
	);

/** Runs a block of seeds. What breaks is told with its seed: `SIM_FROM=<seed> SIM_SEEDS=1` runs it alone. */
export async function runBlock(from: number): Promise<{ broken: string[]; runs: Outcome[] }> {
	const broken: string[] = [];
	const runs: Outcome[] = [];
	for (let seed = from; seed < Math.min(from + BLOCK, FROM + SEEDS); seed += 1) {
		try {
			const run = await simulate(seed);
			runs.push(run);
			if (run.broken.length > 0) broken.push(`seed ${seed}: ${run.broken.slice(0, 3).join('; ')}`);
		} catch (error) {
			broken.push(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
		}
	}
	return { broken, runs };
}
