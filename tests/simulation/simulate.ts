import { memoryServerStore, sqliteServerStore } from './backed-up-stores';
import { brokenPromises, papersInTwoPlaces } from './checks';
import { World } from './world';

export type Outcome = { broken: string[]; collisions: number; saved: number; copied: boolean };

/** One whole run: work with everything that can go wrong, then quiet, then the promises are checked. */
export async function simulate(seed: number, store: 'memory' | 'sqlite' = 'memory', steps = 110): Promise<Outcome> {
	const world = new World(seed, store === 'memory' ? memoryServerStore() : sqliteServerStore());
	try {
		await world.run(steps);
		await world.settle();
		let collisions = 0;
		for (let round = 0; round < 4; round += 1) {
			const found = await world.renumberCollisions();
			collisions += found;
			if (found > 0) await world.settle();
		}
		const broken = [...(await brokenPromises(world)), ...(await papersInTwoPlaces(world))];
		if (collisions > 0 && !world.copied) broken.push('A number was given twice, though no store was ever copied');
		return { broken, collisions, saved: world.saved.size, copied: world.copied };
	} finally {
		await world.close();
	}
}
