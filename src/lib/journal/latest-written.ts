import { type Envelope } from '#lib/domain/fact/fact.ts';
import { type Instant, type JournalId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead } from '#lib/domain/fact/write-fact.ts';
import { latestAfter } from '#lib/domain/time/device-clock.ts';
import { type KeptHead } from './device-meta.ts';
import { type ApplicationRow, type DeviceReader, type DeviceStore, type StoredRegister } from './device-store.ts';
import { requireHead } from './require-head.ts';

const STRIDE = 1000;

/** `head` with the latest time after these facts; where it is not known yet, it stays unknown until `latestWritten` is called. */
export function withLatest(head: JournalHead, { latestAt }: KeptHead, written: readonly StoredFact[]): KeptHead {
	return latestAt === undefined ? head : { ...head, latestAt: latestOf(latestAt, written) };
}

/** The latest time written by the store's own clock. An earlier version did not store it: it is computed from the facts once. */
export async function latestWritten<A extends ApplicationRow, R extends StoredRegister>(
	store: DeviceStore<A, R>
): Promise<Instant | null> {
	const { latestAt } = await store.read(requireHead);
	if (latestAt !== undefined) return latestAt;
	return store.write(async (writer) => {
		const head = await requireHead(writer);
		if (head.latestAt !== undefined) return head.latestAt;
		let latest: Instant | null = null;
		for (const { journal } of [...((await writer.meta('sealed')) ?? []), head])
			latest = await latestIn(writer, journal, latest);
		await writer.setMeta('head', { ...head, latestAt: latest });
		return latest;
	});
}

async function latestIn<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>,
	journal: JournalId,
	before: Instant | null
): Promise<Instant | null> {
	let latest = before;
	for (let seq = 0; ;) {
		const facts = await reader.ownAfterSeq(journal, seq, STRIDE);
		latest = latestOf(latest, facts);
		const last = facts.at(-1);
		if (!last) return latest;
		seq = last.seq;
	}
}

const latestOf = (before: Instant | null, facts: readonly StoredFact[]): Instant | null =>
	facts.reduce<Instant | null>((latest, { text }) => latestAfter(latest, JSON.parse(text) as Envelope), before);
