import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead } from '#lib/domain/fact/write-fact.ts';
import { emptySyncState, type Resend, type SyncState } from './device-meta.ts';
import { type ApplicationRow, type DeviceReader, type StoredRegister } from './device-store.ts';
import { requireHead } from './require-head.ts';
import { wholePlaces, type WholePlaces } from './whole-places.ts';

/** What is to be sent next: own facts after the acknowledged one, then others' facts that a restored server asked for. */
export type Outgoing = {
	head: JournalHead;
	sync: SyncState;
	/** The journal contains foreign facts: the next answer shows up to where it is common, then it is sealed. */
	intruded: boolean;
	own: StoredFact[];
	relayed: StoredFact[];
	/** State of the resend once `relayed` is acknowledged; null: then all of it is sent. */
	resendAfter: Resend | null;
};

export async function outgoing<A extends ApplicationRow, R extends StoredRegister>(
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

/** The passes of a resend, in their order. */
const NEXT_PASS: Record<Resend['pass'], Resend['pass'] | null> = { naming: 'lacking', lacking: 'rest', rest: null };

/** Facts read at once where only some of them are wanted. */
const PAGE = 500;

/** Journals in the order of their ids, those sealed here included. */
async function relayedFacts<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>,
	head: JournalHead,
	resend: Resend,
	limit: number
): Promise<{ relayed: StoredFact[]; resendAfter: Resend | null }> {
	const { wants, pass, after } = resend;
	const relayed: StoredFact[] = [];
	for (const journal of await reader.journals()) {
		if (journal === head.journal || journal < after.journal) continue;
		// A journal's id may equal the name of an inherited property.
		const held = Object.hasOwn(wants, journal) ? wants[journal]! : 0;
		const from = Math.max(pass === 'rest' ? 0 : held, journal === after.journal ? after.seq : 0);
		const room = limit - relayed.length;
		const facts =
			pass === 'naming'
				? await acceptancesAfter(reader, journal, from, room + 1)
				: await reader.afterSeq(journal, from, room + 1);
		const sent = pass === 'rest' ? facts.filter(({ seq }) => seq <= held) : facts;
		relayed.push(...sent.slice(0, room));
		const next = sent[room];
		if (!next) continue;
		// A forked journal may hold two facts at one seq: the one that did not fit must not be skipped.
		const seq = room === 0 ? from : Math.min(sent[room - 1]?.seq ?? from, next.seq - 1);
		return { relayed, resendAfter: { ...resend, after: { journal, seq } } };
	}
	const nextPass = NEXT_PASS[pass];
	return { relayed, resendAfter: nextPass && { wants, pass: nextPass, after: { journal: '', seq: 0 } } };
}

/** Up to `room` acceptances of a journal after a seq, in its order. */
async function acceptancesAfter<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>,
	journal: JournalId,
	from: number,
	count: number
): Promise<StoredFact[]> {
	const found: StoredFact[] = [];
	for (let after: number | null = from; after !== null && found.length < count;) {
		const { facts, next }: WholePlaces = await wholePlaces(reader, journal, after, PAGE);
		found.push(...facts.filter(({ type }) => type === 'accepted'));
		after = next;
	}
	return found.slice(0, count);
}
