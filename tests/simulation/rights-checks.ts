import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { flagsOf } from '#lib/domain/verdict/flags.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { createMemoryJournalStore } from '#lib/server/store/memory-journal-store.ts';
import { type JournalEntry, type JournalStore } from '#lib/server/store/journal-store.ts';
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
	for (const id of new Set([...here.keys(), ...fresh.keys()])) {
		const [said, otherwise] = [here.get(id) ?? 'nothing', fresh.get(id) ?? 'nothing'];
		if (said !== otherwise) wrong.push(`Against ${id} stands ${said}, for a fresh server ${otherwise}`);
	}
	wrong.push(...(await unprovenThoughTheirDeviceIsThere(world)));
	if (!world.copied) wrong.push(...(await outsideThoughTheyCame(world, registry)));
	for (const device of world.readers) {
		const facts = readableFacts(await device.facts());
		const flags = flagsOf(facts);
		for (const { id, org } of facts)
			if (org === device.place.org && flags.has(id) !== here.has(id))
				wrong.push(`${device.name} has ${id} ${flags.has(id) ? '' : 'not '}flagged, the server otherwise`);
	}
	return wrong;
}

/**
 * What stays flagged though nobody made it up, and the store that wrote it is there to sign it. Of two copies of a store that wrote on
 * in one journal a restored server may have met the other one first: what lies beside that chain waits for a head (S255).
 */
async function unprovenThoughTheirDeviceIsThere({ server, readers, copied }: World): Promise<string[]> {
	const ids = (await server.store.factsAfter(0, Number.MAX_SAFE_INTEGER)).map(({ fact }) => fact.id);
	const flags = await server.store.flags(ids);
	const unproven = new Set(
		flags.flatMap(({ fact, reason, stands }) => (stands && reason === 'unproven' ? [fact] : []))
	);
	const wrong: string[] = [];
	for (const { name, journal } of unproven.size === 0 ? [] : readers) {
		const { head, sealed } = await journal.state();
		for (const { journal: id } of [head, ...sealed]) {
			const chain = await server.store.entries([{ journal: id, from: 1, to: Number.MAX_SAFE_INTEGER }]);
			const inChain = new Set(chain.map(({ factId }) => factId));
			for (const fact of await journal.read((reader) => reader.ownAfterSeq(id, 0, Infinity)))
				if (unproven.has(fact.id) && !(copied && !inChain.has(fact.id)))
					wrong.push(`${name} wrote ${fact.id} in ${id}, and nothing proves it`);
		}
	}
	return wrong;
}

/**
 * What is flagged as written by nobody at the desk, though its session is held and its actor never left, with whom their key ends.
 * Copies of a device end each other's sessions.
 */
async function outsideThoughTheyCame({ server }: World, registry: SimRegistry): Promise<string[]> {
	const left = new Set(
		readableFacts(registry.facts).flatMap((fact) => (fact.type === 'personLeft' ? [fact.body.staff] : []))
	);
	const facts = readableFacts((await server.store.factsAfter(0, Number.MAX_SAFE_INTEGER)).map(({ fact }) => fact));
	const opened = new Set(facts.flatMap(({ id, type }) => (type === 'unlocked' ? [id] : [])));
	const flags = await server.store.flags(facts.map(({ id }) => id));
	const outside = new Set(
		flags.flatMap(({ fact, reason, stands }) => (stands && reason === 'notAtDesk' ? [fact] : []))
	);
	return facts.flatMap(({ id, actor, session }) =>
		session !== undefined && opened.has(session) && outside.has(id) && !left.has(actor)
			? [`${id} of ${actor} is of ${session}, and outside of it`]
			: []
	);
}

/** For what it holds something against facts. */
export async function reasonsSaid({ server }: World): Promise<string[]> {
	const ids = (await server.store.factsAfter(0, Number.MAX_SAFE_INTEGER)).map(({ fact }) => fact.id);
	return [...new Set((await server.store.flags(ids)).map(({ reason }) => reason))];
}

/** The chains of journals, with the text at each place. */
async function placesIn(store: JournalStore, journals: Iterable<JournalId>): Promise<JournalEntry[]> {
	const places: JournalEntry[] = [];
	for (const journal of journals) {
		const texts = new Map((await store.texts(journal)).map(({ seq, text }) => [seq, text]));
		const held = await store.entries([{ journal, from: 1, to: Number.MAX_SAFE_INTEGER }]);
		places.push(...held.map((place) => ({ ...place, text: texts.get(place.seq)! })));
	}
	return places;
}

/** What stands against which fact. */
async function flaggedIn(store: JournalStore): Promise<Map<FactId, string>> {
	const ids = (await store.factsAfter(0, Number.MAX_SAFE_INTEGER)).map(({ fact }) => fact.id);
	const standing = (await store.flags(ids)).filter(({ stands }) => stands);
	const byFact = Map.groupBy(standing, ({ fact }) => fact);
	return new Map(
		[...byFact].map(([fact, flags]) => [
			fact,
			flags
				.map(({ reason }) => reason)
				.toSorted()
				.join(', ')
		])
	);
}

/** Puts all facts of devices into an empty store, the latest first and a few at a time, and judges them. */
async function flaggedByAFreshServer(store: JournalStore, { facts: known }: SimRegistry): Promise<Map<FactId, string>> {
	const empty = createMemoryJournalStore();
	const registry = new SimRegistry(() => Number.MAX_SAFE_INTEGER, known);
	await registry.open(empty, false);
	const all = (await store.factsAfter(0, Number.MAX_SAFE_INTEGER)).map(({ fact }) => fact);
	const journals = await store.journals([...new Set(all.map(({ journal }) => journal))]);
	const own = all.filter(({ type }) => !isServersOwn(type)).reverse();
	const places = await placesIn(store, new Set(own.map(({ journal }) => journal)));
	const hashes = new Map(places.map(({ journal, seq, hash }) => [`${journal} ${seq}`, hash]));
	const isPlaced = ({ journal, seq, hash }: StoredFact): boolean => hashes.get(`${journal} ${seq}`) === hash;
	const ownHash = new Map(all.map((fact) => [fact.id, fact.hash]));
	await empty.write(async (tx) => {
		await tx.saveJournals([...journals.values()]);
		await tx.addEntries(
			places.map((place) => (ownHash.get(place.factId!) === place.hash ? { ...place, text: null } : place))
		);
	});
	for (let from = 0; from < own.length; from += AT_ONCE)
		await empty.write(async (tx) => {
			const arrived = own.slice(from, from + AT_ONCE).map((fact): NewFact => ({
				kept: { ...fact, device: 'd', receivedAt: 1, stray: !isPlaced(fact), lacksPersonal: false },
				envelope: readableFacts([fact])[0] ?? (JSON.parse(fact.text) as NewFact['envelope'])
			}));
			await tx.addFacts(arrived.map(({ kept }) => kept));
			await registry.judging.arrived(tx, arrived, 1);
		});
	while (await registry.judgesAgain());
	return flaggedIn(empty);
}
