import { type ApplicationSummary } from '#lib/domain/application/summary.ts';
import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { lawFactsIn } from '#lib/journal/law-facts-kept.ts';
import { projectApplication } from '#lib/law/law.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { currentParties } from '#lib/server/sync/parties.ts';
import { headsThatAreNoChain } from './chain-checks.ts';
import { type SimDevice } from './sim-device.ts';
import { type World } from './world.ts';

/** What is wrong with a settled world, in words; empty where all promises hold. */
export async function brokenPromises(world: World): Promise<string[]> {
	return [
		...(await factsMissing(world)),
		...(await factsTwice(world)),
		...(await rowsThatDiffer(world)),
		...(await projectionsThatDrifted(world)),
		...(await numbersTwice(world)),
		...(await headsThatAreNoChain(world)),
		...placesThatDoNotFit(world),
		...(await unproven(world)),
		...(await contradictions(world)),
		...(await unsent(world))
	];
}

function placesThatDoNotFit({ server }: World): string[] {
	return server
		.findings()
		.map(({ table, key, column, what }) => `the server's ${table} ${key} do not fit: ${column ?? 'row'} ${what}`);
}

/** Each device that reads by tickets has signed all that the server holds of its journal. */
async function unproven({ readers }: World): Promise<string[]> {
	const states = await Promise.all(readers.map((device) => device.journal.state()));
	return readers.flatMap(({ name }, at) =>
		states[at]!.sync.unproven ? [`${name} has not signed all that the server holds of it`] : []
	);
}

/** No server here rewrites anything: forks and restores must not look like it. */
async function contradictions({ devices }: World): Promise<string[]> {
	const states = await Promise.all(devices.map((device) => device.journal.state()));
	return devices.flatMap(({ name }, at) =>
		states[at]!.contradicted.map(({ journal, seq }) => `${name} was told another history of ${journal} at ${seq}`)
	);
}

async function factsMissing({ server, saved }: World): Promise<string[]> {
	const held = await server.held([...saved]);
	return [...saved].filter((id) => !held.has(id)).map((id) => `${id} was saved and is not on the server`);
}

async function factsTwice(world: World): Promise<string[]> {
	const wrong: string[] = [];
	for (const org of world.orgs()) {
		const ids = (await world.server.stream(org)).map(({ fact }) => fact.id);
		wrong.push(
			...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `${id} is twice in the stream of ${org}`)
		);
	}
	return wrong;
}

/** Every device of an org that is party to an application shows what the server would show. */
async function rowsThatDiffer(world: World): Promise<string[]> {
	const wrong: string[] = [];
	const numbers = new Set<string>();
	for (const device of world.devices) for (const { number } of await device.rows()) numbers.add(number);
	const expected = await serverRows(world, [...numbers]);
	const parties = Map.groupBy(await world.server.store.parties([...numbers]), ({ application }) => application);
	for (const device of world.readers) {
		const rows = new Map((await device.rows()).map((row) => [row.number, row]));
		for (const number of numbers) {
			if (!currentParties(parties.get(number) ?? []).has(device.place.org)) continue;
			const [here, there] = [rows.get(number), expected.get(number)].map((row) => JSON.stringify(row));
			if (here !== there) wrong.push(`${device.name} shows ${number} as ${here}, the server as ${there}`);
		}
	}
	return wrong;
}

/** What is known anywhere of the law: each of these facts was told to every org. */
async function lawFactsOf({ devices }: World): Promise<StoredFact[]> {
	const lists = await Promise.all(devices.map(({ journal }) => journal.read(lawFactsIn)));
	return [...new Map(lists.flat().map((fact) => [fact.id, fact])).values()];
}

async function serverRows(world: World, numbers: readonly string[]): Promise<Map<string, ApplicationSummary>> {
	const facts = await world.server.store.factsOf(numbers);
	const law = lawOf(await lawFactsOf(world));
	const accepted = new Map(
		[...facts.values()].flat().flatMap((fact) => (fact.type === 'accepted' ? [[fact.id, fact] as const] : []))
	);
	const rows = [...facts].map(([number, list]) =>
		projectApplication(number, [...list, ...renumbered(list, accepted)], law)
	);
	return new Map(rows.map((row) => [row.number, row]));
}

/** The acceptances that renumberings of these facts name: they were written under another number. */
function renumbered(facts: readonly StoredFact[], accepted: ReadonlyMap<FactId, StoredFact>): StoredFact[] {
	const named = facts
		.filter(({ type }) => type === 'renumbered')
		.flatMap(({ text }) => (JSON.parse(text) as { on: FactId[] }).on);
	return named.flatMap((id) => (facts.some((fact) => fact.id === id) ? [] : (accepted.get(id) ?? [])));
}

/** Rows and counters that were kept up fact by fact are those that a rebuild would make. */
async function projectionsThatDrifted({ devices }: World): Promise<string[]> {
	const wrong: string[] = [];
	for (const device of devices) {
		const before = await projections(device);
		await device.journal.rebuild(() => {});
		if ((await projections(device)) !== before)
			wrong.push(`${device.name} has rows or counters that a rebuild changes`);
	}
	return wrong;
}

async function projections({ journal }: SimDevice): Promise<string> {
	const kept = await journal.read(async (reader) => ({
		rows: await reader.applications(await reader.applicationNumbers()),
		registers: await reader.registers(await reader.registerNumbers()),
		counters: [...(await reader.counters())].sort()
	}));
	return JSON.stringify(kept);
}

/** Each live acceptance has a number of its own: none is in two applications, none shares its number. */
async function numbersTwice(world: World): Promise<string[]> {
	const wrong: string[] = [];
	const numberOf = new Map<FactId, string>();
	for (const device of world.oneOfEachOrg())
		for (const { number } of await device.rows()) {
			const { acceptance, rivals } = await device.application(number);
			if (rivals.length > 0) wrong.push(`${number} was given to ${rivals.length + 1} people`);
			if (!acceptance) continue;
			const other = numberOf.get(acceptance.fact) ?? number;
			if (other !== number) wrong.push(`${acceptance.fact} has the numbers ${other} and ${number}`);
			numberOf.set(acceptance.fact, number);
		}
	return wrong;
}

async function unsent({ devices }: World): Promise<string[]> {
	const wrong: string[] = [];
	for (const { name, journal } of devices) {
		const { head, sync } = await journal.state();
		if (sync.ackedSeq !== head.seq || sync.resend) wrong.push(`${name} says that it has still to send`);
		if (sync.quarantined.length > 0) wrong.push(`${name} has facts in quarantine`);
	}
	return wrong;
}

/** Each paper is in one place: the Center and the body that share an application name the same holder. */
export async function papersInTwoPlaces(world: World): Promise<string[]> {
	const wrong: string[] = [];
	const places = new Map<string, string>();
	const numbers = new Set<string>();
	for (const device of world.devices) for (const { number } of await device.rows()) numbers.add(number);
	const parties = Map.groupBy(await world.server.store.parties([...numbers]), ({ application }) => application);
	const isParty = (number: string, org: OrgId) => currentParties(parties.get(number) ?? []).has(org);
	for (const { name, place, rows } of await Promise.all(
		world.readers.map(async (device) => ({ name: device.name, place: device.place, rows: await device.rows() }))
	)) {
		for (const { number, packetAt, resultAt } of rows) {
			if (!isParty(number, place.org)) continue;
			const here = `${packetAt} and ${resultAt}`;
			const there = places.get(number) ?? here;
			if (here !== there) wrong.push(`${name} has ${number} at ${here}, another at ${there}`);
			places.set(number, there);
		}
	}
	return wrong;
}
