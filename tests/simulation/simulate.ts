import { memoryServerStore, sqliteServerStore } from './backed-up-stores.ts';
import { brokenPromises, papersInTwoPlaces } from './checks.ts';
import { type Cast } from './places.ts';
import { registersThatDiffer } from './custody-checks.ts';
import { reasonsSaid, verdictsThatDiffer } from './rights-checks.ts';
import { World } from './world.ts';

export type Outcome = {
	broken: string[];
	collisions: number;
	saved: number;
	copied: boolean;
	/** How often an older ticket told that there are two. */
	found: number;
	/** Results that came as far as the ledger. */
	recorded: number;
	/** Kinds of registers that went between orgs. */
	registers: string[];
	/** For what the server flagged facts. */
	reasons: string[];
	/** How many facts of each type the server holds at the end. */
	facts: Record<string, number>;
};

/** One whole run: work with everything that can go wrong, then quiet, then the promises are checked. */
export async function simulate(
	seed: number,
	store: 'memory' | 'sqlite' = 'memory',
	steps = 110,
	cast: Cast = 'center',
	tickets = true,
	withPeople = false
): Promise<Outcome> {
	const server = store === 'memory' ? memoryServerStore() : sqliteServerStore();
	const world = new World(seed, server, cast, { tickets, withPeople });
	try {
		await world.run(steps);
		await world.settle();
		if ((await world.server.vouch()) > 0) await world.settle();
		let collisions = 0;
		for (let round = 0; round < 4; round += 1) {
			const found = await world.renumberCollisions();
			collisions += found;
			if (found > 0) await world.settle();
		}
		const broken = [
			...world.brokenOnTheWay,
			...(await brokenPromises(world)),
			...(await papersInTwoPlaces(world)),
			...(await registersThatDiffer(world)),
			...(await verdictsThatDiffer(world))
		];
		if (collisions > 0 && !world.copied) broken.push('A number was given twice, though no store was ever copied');
		if (world.server.tickets.copies > 0 && !world.copied)
			broken.push('A device was taken for a copy, though no store was ever copied');
		const recorded = new Set<string>();
		for (const device of world.devices)
			for (const { number, recordedAt } of await device.rows()) if (recordedAt !== null) recorded.add(number);
		return {
			broken,
			collisions,
			saved: world.saved.size,
			copied: world.copied,
			found: world.server.tickets.copies,
			recorded: recorded.size,
			registers: [...world.registerKinds],
			reasons: await reasonsSaid(world),
			facts: await world.server.factsByType(world.orgs())
		};
	} finally {
		await world.close();
	}
}
