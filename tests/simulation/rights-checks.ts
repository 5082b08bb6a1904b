import { type FactId } from '#lib/domain/fact/ids.ts';
import { flagsOf } from '#lib/domain/verdict/flags.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { createMemoryJournalStore } from '#lib/server/store/memory-journal-store.ts';
import { type JournalStore } from '#lib/server/store/journal-store.ts';
import { type NewFact } from '#lib/server/sync/group-state.ts';
import { isServersOwn } from '#lib/server/sync/rights.ts';
import { SimRegistry } from './sim-registry.ts';
import { type World } from './world.ts';

/** Facts of one transaction. */
const AT_ONCE = 7;

/**
 * What is wrong with the verdicts of a settled world: every device of an org holds against the facts that it has what the server holds,
 * and a server that begins with all facts at once comes to the same.
 */
export async function verdictsThatDiffer(world: World): Promise<string[]> {
	const { registry } = world.server;
	if (!registry) return [];
	const wrong: string[] = [];
	const here = await flaggedIn(world.server.store);
	const fresh = await flaggedByAFreshServer(world.server.store, registry);
	for (const id of new Set([...here, ...fresh]))
		if (here.has(id) !== fresh.has(id))
			wrong.push(`${id} is ${here.has(id) ? '' : 'not '}flagged, a fresh server says otherwise`);
	for (const device of world.devices) {
		const facts = readableFacts(await device.facts());
		const flags = flagsOf(facts);
		for (const { id, org } of facts)
			if (org === device.place.org && flags.has(id) !== here.has(id))
				wrong.push(`${device.name} has ${id} ${flags.has(id) ? '' : 'not '}flagged, the server otherwise`);
	}
	return wrong;
}

async function flaggedIn(store: JournalStore): Promise<Set<FactId>> {
	const ids = (await store.factsAfter(0, Number.MAX_SAFE_INTEGER)).map(({ fact }) => fact.id);
	return new Set((await store.flags(ids)).flatMap(({ fact, stands }) => (stands ? [fact] : [])));
}

/** Puts all facts of devices into an empty store, the latest first and a few at a time, and judges them. */
async function flaggedByAFreshServer(store: JournalStore, { facts: known }: SimRegistry): Promise<Set<FactId>> {
	const empty = createMemoryJournalStore();
	const registry = new SimRegistry(() => Number.MAX_SAFE_INTEGER, known);
	await registry.open(empty, false);
	const all = (await store.factsAfter(0, Number.MAX_SAFE_INTEGER)).map(({ fact }) => fact);
	const journals = await store.journals([...new Set(all.map(({ journal }) => journal))]);
	const own = all.filter(({ type }) => !isServersOwn(type)).reverse();
	await empty.write((tx) => tx.saveJournals([...journals.values()]));
	for (let from = 0; from < own.length; from += AT_ONCE)
		await empty.write(async (tx) => {
			const arrived = own.slice(from, from + AT_ONCE).map((fact): NewFact => ({
				kept: { ...fact, device: 'd', receivedAt: 1, stray: true, lacksPersonal: false },
				envelope: readableFacts([fact])[0] ?? (JSON.parse(fact.text) as NewFact['envelope'])
			}));
			await tx.addFacts(arrived.map(({ kept }) => kept));
			await registry.judging.arrived(tx, arrived, 1);
		});
	while (await registry.judgesAgain());
	return flaggedIn(empty);
}
