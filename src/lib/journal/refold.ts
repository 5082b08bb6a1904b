import { storyFacts } from '#lib/domain/application/story-facts.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type Bearing } from '#lib/law/law-facts.ts';
import { type ApplicationRow, type DeviceWriter, type StoredRegister } from './device-store.ts';
import { keepLawFacts, lawIn } from './law-facts-kept.ts';
import { type Projection } from './projection.ts';
import { registersOf } from './registers-of.ts';
import { wholePlaces, type WholePlaces } from './whole-places.ts';

/** Facts read at a time. */
const PAGE = 500;

/** What changed in the rows, for the screens that show them. */
export type Refolded = {
	applications: string[];
	registers: string[];
	/** The law changed: more rows must be folded again, afterwards. */
	law?: true;
};

/**
 * Brings rows and counters up to date after `fresh` facts were written, in the same transaction. Each touched application is
 * folded once, however many of the facts touch it.
 */
export async function refold<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>,
	fresh: readonly StoredFact[],
	projection: Projection<A, R>
): Promise<Refolded> {
	const { law, added, ranges } = await keepLawFacts(writer, fresh);
	const touched = new Set(fresh.flatMap(({ applications }) => applications));
	for (const number of await reachedByClockChecks(writer, ranges)) touched.add(number);
	const [rows, projected, lagging] = await Promise.all([
		writer.applications([...touched]),
		writer.meta('projection'),
		writer.meta('lagging')
	]);
	const before = new Map(rows.map((row) => [row.number, row]));
	const late = new Set(lagging);
	const rowsAreWhole = projected?.rebuiltThrough === null;
	const isHeardOf = (number: string) => !rowsAreWhole || before.has(number) || late.has(number);
	const facts = await factsToFold(writer, fresh, touched, isHeardOf);
	const joined = [...facts.keys()].filter((number) => !touched.has(number));
	if (joined.length > 0) for (const row of await writer.applications(joined)) before.set(row.number, row);
	await project(writer, facts, before, law, projection);
	const registers = [...new Set(fresh.flatMap(registersOf))];
	if (registers.length > 0) await projectRegisters(writer, registers, projection);
	return { applications: [...facts.keys()], registers, ...(added ? { law: true } : {}) };
}

/** Folds the named applications anew from all their facts. */
export async function refoldNumbers<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>,
	numbers: readonly string[],
	projection: Projection<A, R>
): Promise<void> {
	const facts = await storyFacts((wanted) => writer.ofApplications(wanted), numbers);
	const before = new Map((await writer.applications([...facts.keys()])).map((row) => [row.number, row]));
	await project(writer, facts, before, await lawIn(writer), projection);
}

export async function projectRegisters<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>,
	numbers: readonly string[],
	projection: Projection<A, R>
): Promise<void> {
	const facts = await writer.ofRegisters(numbers);
	await writer.putRegisters([...facts].map(([number, list]) => projection.registerProjector(number, list)));
}

/**
 * An application without a row is new, so all its facts are in `fresh` and nothing is read for it; unless its row lags, or rows are
 * being rebuilt.
 */
async function factsToFold<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>,
	fresh: readonly StoredFact[],
	touched: ReadonlySet<string>,
	isHeardOf: (number: string) => boolean
): Promise<Map<string, StoredFact[]>> {
	const heardOf = [...touched].filter(isHeardOf);
	const facts = heardOf.length > 0 ? await writer.ofApplications(heardOf) : new Map<string, StoredFact[]>();
	for (const number of touched) if (!facts.has(number)) facts.set(number, []);
	const read = new Set(heardOf);
	for (const fact of fresh)
		for (const number of fact.applications) if (!read.has(number)) facts.get(number)?.push(fact);
	return storyFacts((wanted) => writer.ofApplications(wanted), [...touched], facts);
}

async function project<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>,
	facts: ReadonlyMap<string, StoredFact[]>,
	before: ReadonlyMap<string, A>,
	law: Law,
	projection: Projection<A, R>
): Promise<void> {
	if (facts.size === 0) return;
	const differences = new Map<string, number>();
	const count = (place: string, by: number) => differences.set(place, (differences.get(place) ?? 0) + by);
	const rows = [...facts].map(([number, list]) => projection.projector(number, list, law));
	for (const row of rows) {
		const old = before.get(row.number);
		if (old?.place === row.place) continue;
		if (old) count(old.place, -1);
		count(row.place, 1);
	}
	const changed = new Map([...differences].filter(([, difference]) => difference !== 0));
	await Promise.all([writer.putApplications(rows), changed.size > 0 ? writer.addToCounters(changed) : undefined]);
}

/** A clock found wrong shifts facts recorded long before: their applications are folded again. */
export async function reachedByClockChecks<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>,
	ranges: Bearing['ranges']
): Promise<string[]> {
	const reached: string[] = [];
	for (const { journal, from, to } of ranges)
		for (let after: number | null = from - 1; after !== null && after < to;) {
			const { facts, next }: WholePlaces = await wholePlaces(writer, journal, after, Math.min(to - after + 1, PAGE));
			reached.push(...facts.filter(({ seq }) => seq <= to).flatMap(({ applications }) => applications));
			after = next;
		}
	return reached;
}
