import { inject } from 'vitest';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type SyncRequest } from '#lib/protocol/sync-messages.ts';
import { type JournalStore } from '#lib/server/store/journal-store.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { createMemoryJournalStore } from '#lib/server/store/memory-journal-store.ts';
import { createReceiver } from '#lib/server/sync/receive.ts';
import { openEmptyDatabase } from '#tests/support/people-database.ts';
import { CENTER, idOnWire, Writer } from './server-store-writer.ts';

export type StoreKind = 'memory' | 'SQLite' | 'PostgreSQL';
export const STORES: readonly StoreKind[] = inject('postgres') ? ['PostgreSQL'] : ['memory', 'SQLite'];

/** An empty journal store of each kind; every one must pass the same tests. */
export async function anEmptyStore(kind: StoreKind): Promise<JournalStore> {
	return kind === 'memory' ? createMemoryJournalStore() : createKyselyJournalStore(await openEmptyDatabase());
}

/** A receiver on an empty store, and hands to sync with it. */
export async function aServer(kind: StoreKind, given?: JournalStore) {
	const store = given ?? (await anEmptyStore(kind));
	const receiver = createReceiver(store, { now: () => 1_795_000_000_000, epoch: () => 'E1' });
	/** One round of a device; its cursor moves as the answer says. */
	const sync = async (writer: Writer, acked = 0, more: Partial<SyncRequest> = {}) => {
		const answer = await receiver.receive(writer.request(acked, more), writer.device);
		writer.cursor = answer.cursor;
		return answer;
	};
	/** What a fresh store of the org pulls: all that the org's stream holds. */
	const streamOf = async (org: OrgId = CENTER) => (await sync(new Writer(`reader-${org}`, org))).facts.map(idOnWire);
	return { store, receiver, sync, streamOf };
}

export const idsOf = (facts: readonly StoredFact[]) => facts.map(({ id }) => id);
