import { describe, expect, it } from 'vitest';
import { firstSeed } from './seeds.ts';
import { type Outcome, simulate } from './simulate.ts';

const SEEDS = 36;
const BLOCK = 12;
/** What people and strangers are sure to record in all these runs. */
const SURE = [
	'accepted',
	'arrived',
	'assigned',
	'calendarChanged',
	'collected',
	'dayClosed',
	'discrepancySettled',
	'dispatched',
	'drafted',
	'examined',
	'lost',
	'recorded',
	'redirected',
	'registered',
	'shiftHandedOver',
	'signed',
	'teleported'
];
const BLOCKS = Array.from({ length: SEEDS / BLOCK }, (_, index) => firstSeed(SEEDS) + index * BLOCK);

const runs: Outcome[] = [];

describe('clerk, head and executors at devices of their own, and everything that can go wrong between them', () => {
	it.for(BLOCKS)(
		'S21 each paper has one holder at any time, both registers are the same at both ends, from seed %i',
		async (from) => {
			const broken: string[] = [];
			for (let seed = from; seed < from + BLOCK; seed += 1) {
				const run = await simulate(seed, 'memory', 260, 'body');
				runs.push(run);
				broken.push(...run.broken.slice(0, 3).map((what) => `seed ${seed}: ${what}`));
			}
			expect(broken).toEqual([]);
		}
	);

	it('S21 the runs are worth something: work got as far as the ledger, and registers went both ways', () => {
		expect(runs).toHaveLength(SEEDS);
		expect(runs.reduce((sum, { recorded }) => sum + recorded, 0)).toBeGreaterThan(SEEDS / 3);
		const types = new Set(runs.flatMap(({ facts }) => Object.keys(facts)));
		expect(SURE.filter((type) => !types.has(type))).toEqual([]);
		const registers = new Set(runs.flatMap(({ registers: kinds }) => kinds));
		expect([...registers]).toEqual(expect.arrayContaining(['dispatch', 'return']));
	});

	it.each([3, 17])('S21 the same holds on SQLite: seed %i', async (seed) => {
		expect((await simulate(seed, 'sqlite', 260, 'body')).broken).toEqual([]);
	});
});
