import { type Instant, type JournalId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type SignedHead } from '#lib/protocol/sync-messages.ts';
import { type Contradiction } from './device-meta.ts';
import {
	type ApplicationRow,
	type DeviceReader,
	type DeviceWriter,
	type KnownHead,
	type StoredRegister
} from './device-store.ts';

/** Beyond these nothing more is learnt from another one. */
const MOST_CONTRADICTIONS = 100;

type Told = {
	heads: readonly SignedHead[];
	/** The epoch of the answer; null in an answer that tells none. */
	epoch: string | null;
	/** Facts of the answer that are held here already. */
	again: readonly Pick<StoredFact, 'id' | 'journal' | 'seq' | 'hash'>[];
};

/**
 * Keeps the highest signed place of each journal, for a server that is restored later, and compares what is told now with what was told
 * before. Within an epoch a place has one hash; and a fact at or below a signed place has one text at that place, for ever: after a fork it
 * stands in another journal.
 * @returns where the server contradicts itself
 */
export async function learnHeads<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>,
	{ heads, epoch, again }: Told
): Promise<Omit<Contradiction, 'at'>[]> {
	const journals = [...new Set([...heads, ...again].map(({ journal }) => journal))];
	if (epoch === null || journals.length === 0) return [];
	const known = new Map((await writer.signedHeads(journals)).map((head) => [head.journal, head]));
	const differing = [
		...heads.filter((head) => isOtherHash(head, known.get(head.journal), epoch)),
		...(await rewritten(writer, again, known))
	];
	const higher = heads.filter((head) => isNews(head, known.get(head.journal), epoch));
	if (higher.length > 0) await writer.putSignedHeads(higher.map((head) => ({ ...head, epoch })));
	return differing.map(({ journal, seq }) => ({ journal, seq }));
}

/** Writes down contradictions, one of each journal: a person is told of them until they have read it. */
export async function noteContradictions<A extends ApplicationRow, R extends StoredRegister>(
	writer: DeviceWriter<A, R>,
	found: readonly Omit<Contradiction, 'at'>[],
	at: Instant
): Promise<void> {
	if (found.length === 0) return;
	const before = (await writer.meta('contradicted')) ?? [];
	const isKnown = (journal: JournalId): boolean => before.some((each) => each.journal === journal);
	const fresh = [...new Map(found.map((each) => [each.journal, each])).values()].filter(
		({ journal }) => !isKnown(journal)
	);
	if (fresh.length === 0 || before.length >= MOST_CONTRADICTIONS) return;
	await writer.setMeta('contradicted', [...before, ...fresh.map((each) => ({ ...each, at }))]);
}

const isOtherHash = (head: SignedHead, known: KnownHead | undefined, epoch: string): boolean =>
	known !== undefined && known.epoch === epoch && known.seq === head.seq && known.hash !== head.hash;

/** The same place in another epoch is news too: from then on it is held against that epoch. */
const isNews = (head: SignedHead, known: KnownHead | undefined, epoch: string): boolean =>
	known === undefined ||
	head.seq > known.seq ||
	(head.seq === known.seq && head.hash === known.hash && known.epoch !== epoch);

async function rewritten<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>,
	again: Told['again'],
	known: ReadonlyMap<JournalId, KnownHead>
): Promise<Told['again']> {
	const vouched = again.filter(({ journal, seq }) => seq <= (known.get(journal)?.seq ?? 0));
	if (vouched.length === 0) return [];
	const held = new Map((await reader.byIds(vouched.map(({ id }) => id))).map((fact) => [fact.id, fact]));
	return vouched.filter(({ id, journal, seq, hash }) => {
		const fact = held.get(id);
		return fact?.journal === journal && fact.seq === seq && fact.hash !== hash;
	});
}
