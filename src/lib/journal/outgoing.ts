import { type StoredFact } from '../domain/fact/stored-fact';
import { type JournalHead } from '../domain/fact/write-fact';
import { emptySyncState, type Resend, type SyncState } from './device-meta';
import { type ApplicationRow, type DeviceReader, type RegisterRow } from './device-store';
import { requireHead } from './require-head';

/** What is to be sent next: own facts after the acknowledged one, then others' facts that a restored server asked for. */
export type Outgoing = {
	head: JournalHead;
	sync: SyncState;
	own: StoredFact[];
	relayed: StoredFact[];
	/** Where the resend stands once `relayed` is acknowledged; null: then all of it is sent. */
	resendAfter: Resend | null;
};

export async function outgoing<A extends ApplicationRow, R extends RegisterRow>(
	reader: DeviceReader<A, R>,
	limit: number
): Promise<Outgoing> {
	const head = await requireHead(reader);
	const sync = (await reader.meta('sync')) ?? emptySyncState;
	const own = head.seq > sync.ackedSeq ? await reader.afterSeq(head.journal, sync.ackedSeq, limit) : [];
	const rest = limit - own.length;
	if (!sync.resend || rest === 0) return { head, sync, own, relayed: [], resendAfter: sync.resend };
	return { head, sync, own, ...(await relayedFacts(reader, head, sync.resend, rest)) };
}

/** Journals in the order of their ids, each from what the server holds of it. Journals sealed here are among them. */
async function relayedFacts<A extends ApplicationRow, R extends RegisterRow>(
	reader: DeviceReader<A, R>,
	head: JournalHead,
	{ wants, after }: Resend,
	limit: number
): Promise<{ relayed: StoredFact[]; resendAfter: Resend | null }> {
	const relayed: StoredFact[] = [];
	for (const journal of await reader.journals()) {
		if (journal === head.journal || journal < after.journal) continue;
		const from = Math.max(wants[journal] ?? 0, journal === after.journal ? after.seq : 0);
		const facts = await reader.afterSeq(journal, from, limit - relayed.length + 1);
		const next = facts[limit - relayed.length];
		relayed.push(...facts.slice(0, limit - relayed.length));
		if (!next) continue;
		const last = relayed.at(-1);
		// A forked journal may hold two facts at one place: the one that did not fit must not be passed over.
		const seq = last && last.journal === journal ? Math.min(last.seq, next.seq - 1) : from;
		return { relayed, resendAfter: { wants, after: { journal, seq } } };
	}
	return { relayed, resendAfter: null };
}
