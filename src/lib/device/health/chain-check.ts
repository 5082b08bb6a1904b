import { chainWalk } from '#lib/domain/fact/chain.ts';
import { sha256Hex } from '#lib/domain/fact/hash.ts';
import { type JournalState } from '#lib/journal/device-journal.ts';
import { type ApplicationRow, type DeviceReader, type StoredRegister } from '#lib/journal/device-store.ts';

const STEP = 500;

/** What is asked of a device's journal, whatever rows it makes. */
type OwnJournal = {
	state: () => Promise<Pick<JournalState, 'head'>>;
	read: <T>(
		work: (reader: Pick<DeviceReader<ApplicationRow, StoredRegister>, 'ownAfterSeq'>) => Promise<T>
	) => Promise<T>;
};

/**
 * Walks the device's own journal and proves that every fact is the one that was written here: its text has the hash that the next one
 * names. What a copy of this store wrote at the same places is not asked. Gives the seq of the first broken place, null where
 * there is none.
 */
export async function brokenLink(journal: OwnJournal, onProgress: (share: number) => void): Promise<number | null> {
	const { head } = await journal.state();
	const walk = chainWalk({ held: head.seq, heldHash: head.hash }, sha256Hex);
	for (let seq = 0; seq < head.seq;) {
		const facts = await journal.read((reader) => reader.ownAfterSeq(head.journal, seq, STEP));
		// What is recorded meanwhile lies beyond the head that is proven here.
		const [fault] = facts.filter((fact) => fact.seq <= head.seq).flatMap(walk.take);
		if (fault) return fault.seq;
		if (facts.length < STEP) break;
		seq = facts.at(-1)!.seq;
		onProgress(Math.min(1, seq / head.seq));
	}
	onProgress(1);
	return walk.end()[0]?.seq ?? null;
}
