import { type StoredFact } from '../domain/fact/stored-fact';
import { type JournalHead } from '../domain/fact/write-fact';
import { emptySyncState, type Resend, type SyncState } from './device-meta';
import { type ApplicationRow, type DeviceReader, type RegisterRow } from './device-store';
import { requireHead } from './require-head';

/** What is to be sent next: own facts after the acknowledged one, then others' facts that a restored server asked for. */
export type Outgoing = {
	head: JournalHead;
	sync: SyncState;
	/** The journal holds what this store did not write: the next answer tells up to where it is common, then it is sealed. */
	intruded: boolean;
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
	const intruded = (await reader.meta('intruded')) ?? false;
	const own = head.seq > sync.ackedSeq ? await reader.ownAfterSeq(head.journal, sync.ackedSeq, limit) : [];
	const rest = limit - own.length;
	if (!sync.resend || rest === 0) return { head, sync, intruded, own, relayed: [], resendAfter: sync.resend };
	return { head, sync, intruded, own, ...(await relayedFacts(reader, head, sync.resend, rest)) };
}

/** Journals in the order of their ids; journals sealed here are among them. */
async function relayedFacts<A extends ApplicationRow, R extends RegisterRow>(
	reader: DeviceReader<A, R>,
	head: JournalHead,
	resend: Resend,
	limit: number
): Promise<{ relayed: StoredFact[]; resendAfter: Resend | null }> {
	const { wants, pass, after } = resend;
	const relayed: StoredFact[] = [];
	for (const journal of await reader.journals()) {
		if (journal === head.journal || journal < after.journal) continue;
		// A journal may be called as something that every object has.
		const held = Object.hasOwn(wants, journal) ? wants[journal]! : 0;
		const from = Math.max(pass === 'lacking' ? held : 0, journal === after.journal ? after.seq : 0);
		const room = limit - relayed.length;
		const ahead = await reader.afterSeq(journal, from, room + 1);
		const facts = pass === 'lacking' ? ahead : ahead.filter(({ seq }) => seq <= held);
		relayed.push(...facts.slice(0, room));
		const next = facts[room];
		if (!next) continue;
		// A forked journal may hold two facts at one place: the one that did not fit must not be passed over.
		const seq = room === 0 ? from : Math.min(facts[room - 1]?.seq ?? from, next.seq - 1);
		return { relayed, resendAfter: { ...resend, after: { journal, seq } } };
	}
	const rest: Resend = { wants, pass: 'rest', after: { journal: '', seq: 0 } };
	return { relayed, resendAfter: pass === 'lacking' ? rest : null };
}
