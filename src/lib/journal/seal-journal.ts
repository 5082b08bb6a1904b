import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead } from '#lib/domain/fact/write-fact.ts';
import { type SyncState } from './device-meta.ts';
import { type ApplicationRow, type DeviceReader, type DeviceStore, type StoredRegister } from './device-store.ts';
import { withLatest } from './latest-written.ts';
import { type Projection } from './projection.ts';
import { refold, type Refolded } from './refold.ts';
import { rehomeFact } from './rehome-fact.ts';
import { requireHead } from './require-head.ts';

export type Fork = {
	/** The journal that forked; if the store already writes another one, nothing is done. */
	journal: JournalId;
	/** The server holds this store's facts up to here. */
	commonSeq: number;
	/** Facts after `commonSeq` that the server holds. */
	heldIds: readonly string[];
};

/**
 * Two stores wrote the same journal: a rolled back disk image, a copied profile. This one seals its journal, opens a new one that
 * continues it, and moves every fact that the server lacks there, under its old id. The device number is dropped too, because the
 * copy may be giving out numbers from it: no intake until the server gives a new one.
 */
export async function sealJournal<A extends ApplicationRow, R extends StoredRegister>(
	store: DeviceStore<A, R>,
	projection: Projection<A, R>,
	fork: Fork,
	newJournal: JournalId,
	now: number,
	sync: SyncState
): Promise<Refolded | undefined> {
	const held = new Set<string>(fork.heldIds);
	return store.write(async (writer) => {
		const old = await requireHead(writer);
		if (old.journal !== fork.journal) return undefined;
		const written = await writer.ownAfterSeq(old.journal, fork.commonSeq, Infinity);
		const common = await commonPlace(writer, old.journal, fork.commonSeq);
		let head: JournalHead = { journal: newJournal, seq: 0, hash: '' };
		const moved: StoredFact[] = [];
		for (const fact of written) {
			if (held.has(fact.id)) continue;
			const rehomed = rehomeFact(fact, head);
			head = { journal: rehomed.journal, seq: rehomed.seq, hash: rehomed.hash };
			moved.push(rehomed);
		}
		if (moved.length > 0) await writer.rehomeFacts(moved, now);
		const { journal, seq, hash } = old;
		await writer.setMeta('sealed', [...((await writer.meta('sealed')) ?? []), { journal, seq, hash, common }]);
		await writer.setMeta('head', withLatest(head, old, []));
		await writer.setMeta('deviceNumber', null);
		await writer.setMeta('intruded', false);
		await writer.setMeta('sync', { ...sync, ackedSeq: 0, ackedHash: '' });
		return refold(writer, moved, projection);
	});
}

/** Nothing where this store has no fact there: then nothing is known to be common. */
async function commonPlace<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>,
	journal: JournalId,
	seq: number
): Promise<{ seq: number; hash: string }> {
	const [fact] = seq === 0 ? [] : await reader.ownAfterSeq(journal, seq - 1, 1);
	return fact?.seq === seq ? { seq, hash: fact.hash } : { seq: 0, hash: '' };
}
