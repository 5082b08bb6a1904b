import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';

/** As it was when it was found: devices had no tickets then, which let a copy read or not. */
const asFound = (seed: number, steps?: number, store: 'memory' | 'sqlite' = 'memory') =>
	simulate(seed, store, steps, 'center', false);

describe('runs that have a name', () => {
	it.each([55, 56, 66, 130])('S18 a fork that a restored server does not see: seed %i', async (seed) =>
		expect((await asFound(seed, 150)).broken).toEqual([])
	);

	it.each([38, 77, 229, 234, 414])(
		'S18 a fork’s lost branch comes back to the device that wrote the other: seed %i',
		async (seed) => expect((await asFound(seed)).broken).toEqual([])
	);

	it.each([3426, 9517])('S100 relays with gaps of two branches of a journal: seed %i', async (seed) => {
		expect((await asFound(seed)).broken).toEqual([]);
	});

	it('S1 a copy had sent the places after an acknowledged one: seed 1076', async () => {
		expect((await asFound(1076)).broken).toEqual([]);
	});

	it.each([1, 2, 3, 4, 5, 6, 7, 8, 38, 77])('S17 the same promises hold on SQLite: seed %i', async (seed) => {
		expect((await simulate(seed, 'sqlite')).broken).toEqual([]);
	});

	it.each([11, 12, 13])('S19 the same seed gives the same run: seed %i', async (seed) => {
		expect(await simulate(seed)).toEqual(await simulate(seed));
	});

	it('S20 two copies of a store may give one number twice: both are shown, and the later gets a new one', async () => {
		const seeds = Array.from({ length: 60 }, (_, index) => index + 90);
		let collisions = 0;
		for (const seed of seeds) {
			const run = await asFound(seed, 60);
			collisions += run.collisions;
			if (collisions > 0) break;
		}
		expect(collisions).toBeGreaterThan(0);
	});

	it('S203 a copied or rolled back store is found by its tickets', async () => {
		const runs = [];
		for (let seed = 1; seed <= 20; seed += 1) runs.push(await simulate(seed, 'memory', 60));
		expect(runs.filter(({ copied, found }) => found > 0 && !copied)).toEqual([]);
		expect(runs.filter(({ found }) => found > 0).length).toBeGreaterThan(2);
	});
});
