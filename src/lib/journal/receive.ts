import { type SignedHead, type WireFact } from '#lib/protocol/sync-messages.ts';
import { type SyncState } from './device-meta.ts';
import { type ApplicationRow, type DeviceStore, type StoredRegister } from './device-store.ts';
import { lag } from './lagging-rows.ts';
import { type Projection } from './projection.ts';
import { readWireFacts } from './read-wire-facts.ts';
import { refold, type Refolded } from './refold.ts';
import { requireHead } from './require-head.ts';
import { learnHeads, noteContradictions } from './signed-heads.ts';

export type ReceivedWith = { rowsMayLag?: boolean; heads?: readonly SignedHead[] };
export type Received = { ok: true; added: number; refolded: Refolded };

/**
 * Stores facts of others: in bulk, idempotent, in any order; also those that a copy of this store wrote in the same journal. Each
 * touched application is folded once per call. `sync` is written in the same transaction, so the cursor never passes facts that
 * were not stored.
 * @param more `rowsMayLag`: more is to come: rows are marked for `foldLagging`, which must be called afterwards. `heads`: signed places
 *   that came with the facts
 */
export async function receive<A extends ApplicationRow, R extends StoredRegister>(
	store: DeviceStore<A, R>,
	projection: Projection<A, R>,
	wire: readonly WireFact[],
	now: number,
	sync?: SyncState,
	{ rowsMayLag = false, heads = [] }: ReceivedWith = {}
): Promise<Received> {
	const { facts, asides } = readWireFacts(wire, now);
	return store.write(async (writer): Promise<Received> => {
		const held = await writer.heldIds(facts.map(({ id }) => id));
		const fresh = facts.filter(({ id }) => !held.has(id));
		if (asides.length > 0) await writer.putAsides(asides);
		if (sync) await writer.setMeta('sync', sync);
		if (fresh.length > 0) await writer.addFacts(fresh, false);
		const { journal } = await requireHead(writer);
		if (fresh.some((fact) => fact.journal === journal)) await writer.setMeta('intruded', true);
		const told = { heads, epoch: sync?.epoch ?? null, again: facts.filter(({ id }) => held.has(id)) };
		await noteContradictions(writer, await learnHeads(writer, told), now);
		const again = told.again.filter(({ personal }) => personal);
		const completed = again.length > 0 ? await writer.addPersonal(again) : [];
		const fold = rowsMayLag ? lag : refold;
		return { ok: true, added: fresh.length, refolded: await fold(writer, [...fresh, ...completed], projection) };
	});
}
