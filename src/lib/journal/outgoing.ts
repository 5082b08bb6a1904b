import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type JournalHead } from '#lib/domain/fact/write-fact.ts';
import { type SignedHead } from '#lib/protocol/sync-messages.ts';
import { emptySyncState, type Resend, type SyncState } from './device-meta.ts';
import { type ApplicationRow, type DeviceReader, type StoredRegister } from './device-store.ts';
import { requireHead } from './require-head.ts';
import { wholePlaces, type WholePlaces } from './whole-places.ts';

/** What is to be sent next: own facts after the acknowledged one, then others' facts that a restored server asked for. */
type SignablePlace = { journal: string; seq: number; hash: string };
export type Outgoing = {
	head: JournalHead;
	sync: SyncState;
	/** The journal contains foreign facts: the next answer shows up to where it is common, then it is sealed. */
	intruded: boolean;
	own: StoredFact[];
	relayed: StoredFact[];
	/** Signed places of the journals of `relayed`, as the server of before told them. */
	heads: SignedHead[];
	/** Places of journals that were sealed here, among `relayed`: this device signs them itself. */
	toSign: SignablePlace[];
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
	const nothing = { relayed: [], heads: [], toSign: [], resendAfter: sync.resend };
	if (!sync.resend || rest === 0) return { head, sync, intruded, own, ...nothing };
	const relay = await relayedFacts(reader, head, sync.resend, rest);
	return { head, sync, intruded, own, ...relay, ...(await signaturesOf(reader, relay.relayed)) };
}

/** What proves relayed facts. Of a journal that was sealed here the own key vouches, up to where the server of before held the same. */
async function signaturesOf<A extends ApplicationRow, R extends StoredRegister>(
	reader: DeviceReader<A, R>,
	relayed: readonly StoredFact[]
): Promise<Pick<Outgoing, 'heads' | 'toSign'>> {
	if (relayed.length === 0) return { heads: [], toSign: [] };
	const journals = [...new Set(relayed.map(({ journal }) => journal))];
	const sealed = (await reader.meta('sealed')) ?? [];
	const toSign = sealed.flatMap(({ journal, common }) =>
		common && common.seq > 0 && journals.includes(journal) ? [{ journal, ...common }] : []
	);
	const own = new Set<string>(toSign.map(({ journal }) => journal));
	const known = await reader.signedHeads(journals.filter((journal) => !own.has(journal)));
	return { heads: known.map(({ epoch: _, ...head }) => head), toSign };
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
