import { describe, expect, it } from 'vitest';
import { firstSeed } from './seeds.ts';
import { simulate } from './simulate.ts';

const SEEDS = Number(process.env['SIM_SEEDS'] ?? 12);
const FROM = Number(process.env['SIM_FROM'] ?? firstSeed(SEEDS));
const BLOCK = 12;
const BLOCKS = Array.from({ length: Math.ceil(SEEDS / BLOCK) }, (_, index) => FROM + index * BLOCK);

describe('runs of people that have a name', () => {
	it('S232 what was flagged before its acceptance came reaches whoever joins: seed 267', async () => {
		expect((await simulate(267, 'memory', 160, 'body', true, true)).broken).toEqual([]);
	});

	it('S248 what a restore left unproven is flagged, and proven once its device or another signed place comes: seed 74', async () => {
		const { broken, facts } = await simulate(74, 'memory', 160, 'body', true, true);
		expect(broken).toEqual([]);
		expect(facts['flagWithdrawn']).toBeGreaterThan(0);
	});

	it('S255 what lies beside the chain of another copy waits for a head: seed 55', async () => {
		const { broken, reasons } = await simulate(55, 'memory', 160, 'body', true, true);
		expect(broken).toEqual([]);
		expect(reasons).toContain('unproven');
	});

	it('S263 what was written in a session is not flagged as outside of it: seed 13', async () => {
		const { broken, facts } = await simulate(13, 'memory', 160, 'body', true, true);
		expect(broken).toEqual([]);
		expect(facts['unlocked']).toBeGreaterThan(10);
	});

	it('S261 a session that a copy of the device ends is judged again: seed 15', async () => {
		expect((await simulate(15, 'memory', 160, 'body', true, true)).broken).toEqual([]);
	});

	it('S264 a device that is taken out of use while others fork and are restored loses nothing: seed 33', async () => {
		const { broken, facts } = await simulate(33, 'memory', 160, 'body', true, true);
		expect(broken).toEqual([]);
		expect(facts['deviceRevoked']).toBeGreaterThan(0);
	});

	it.each([1, 2])('S232 the same promises hold on SQLite: seed %i', async (seed) => {
		expect((await simulate(seed, 'sqlite', 160, 'body', true, true)).broken).toEqual([]);
	});
});

describe('people who come, go, and act in roles that are not theirs, while devices are offline', () => {
	it.for(BLOCKS)(
		'S232 nothing is lost, and all agree on what was done without a right, a proof or a session, as a fresh server would, from seed %i',
		async (from) => {
			const broken: string[] = [];
			let said: Record<string, number> = {};
			const reasons = new Set<string>();
			for (let seed = from; seed < Math.min(from + BLOCK, FROM + SEEDS); seed += 1) {
				const run = await simulate(seed, 'memory', 160, 'body', true, true);
				for (const [type, count] of Object.entries(run.facts)) said = { ...said, [type]: (said[type] ?? 0) + count };
				for (const reason of run.reasons) reasons.add(reason);
				broken.push(...run.broken.slice(0, 3).map((what) => `seed ${seed}: ${what}`));
			}
			expect(broken).toEqual([]);
			expect([...reasons].toSorted()).toEqual(['noRight', 'notAtDesk', 'unproven']);
			expect(said['flagWithdrawn']).toBeGreaterThan(0);
		}
	);
});
