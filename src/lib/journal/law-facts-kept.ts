import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { storedFeeds, typesThatFeed } from '#lib/domain/fact/traits.ts';
import { type Law } from '#lib/domain/regulation/law.ts';
import { type Bearing, bearingOf } from '#lib/law/law-facts.ts';
import { lawOf } from '#lib/law/law-of.ts';
import { type ApplicationRow, type DeviceReader, type DeviceWriter, type StoredRegister } from './device-store.ts';

/** The facts of orgs that every fold needs. An earlier version stored them under another key. */
export async function lawFactsIn<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>
): Promise<StoredFact[]> {
	return (await reader.meta('lawFacts')) ?? (await reader.meta('clockChecks')) ?? [];
}

/** The law by the facts of a journal, read in the caller's transaction. */
export async function lawIn<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>
): Promise<Law> {
	return lawOf(await lawFactsIn(reader));
}

/** Collects them anew from all facts, including those that an earlier version did not recognise as law facts. */
export async function collectLawFacts<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>
): Promise<void> {
	const held = await writer.ofTypes(typesThatFeed('law'));
	await writer.setMeta(
		'lawFacts',
		held.filter((fact) => storedFeeds(fact, 'law'))
	);
}

/**
 * Stores the law facts among `fresh`, and marks in the same transaction which rows they affect: these are folded again afterwards,
 * because they may be thousands and no act should wait for them.
 * @returns the law including them, and the ranges of journals whose clock was found wrong
 */
export async function keepLawFacts<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>,
	fresh: readonly StoredFact[]
): Promise<{ law: Law; added: boolean; ranges: Bearing['ranges'] }> {
	const known = await lawFactsIn(writer);
	const added = fresh.filter((fact) => storedFeeds(fact, 'law'));
	if (added.length === 0) return { law: lawOf(known), added: false, ranges: [] };
	const lawFacts = [...new Map([...known, ...added].map((fact) => [fact.id, fact])).values()];
	const { keys, ranges } = bearingOf(added, lawFacts);
	await writer.setMeta('lawFacts', lawFacts);
	if (keys.length > 0) {
		const mark = await writer.meta('lawRefold');
		const wanted = [...new Set([...(mark?.keys ?? []), ...keys.map(({ key }) => key)])];
		await writer.setMeta('lawRefold', { keys: wanted, after: '', turn: (mark?.turn ?? 0) + 1 });
	}
	return { law: lawOf(lawFacts), added: true, ranges };
}
