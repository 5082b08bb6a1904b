import {
	type Cursor,
	MAX_PULLED_FACTS,
	type SignedHead,
	type SyncRequest,
	type WireFact
} from '#lib/protocol/sync-messages.ts';
import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type JournalReads, type StreamHead } from '../store/journal-store.ts';
import { type StreamTails } from './stream-tails.ts';

export type Pulled = { facts: WireFact[]; heads?: SignedHead[]; cursor: Cursor; more: boolean; wasReset: boolean };

type Pull = {
	request: SyncRequest;
	/** Head of the org's stream, read after the commit. */
	head: StreamHead;
	/** Seq of the request's journal up to which the device is proven to hold the facts; they are not echoed. */
	verified: number;
	epoch: string;
};

/**
 * The next page of the org's stream after the cursor. A cursor of another epoch, above the head or with another hash was read
 * from a stream that is no more: it starts again from 0 (devices take a fact twice without harm).
 */
export async function pull(reads: JournalReads, tails: StreamTails, asked: Pull): Promise<Pulled> {
	const { request, head, verified, epoch } = asked;
	const wasReset = request.cursor !== null && !(await isOurs(reads, tails, request.cursor, head, epoch));
	const after = wasReset ? 0 : (request.cursor?.position ?? 0);
	if (after === head.position)
		return { facts: [], cursor: { epoch, position: head.position, hash: head.hash }, more: false, wasReset };
	const except = verified > 0 ? { journal: request.journal, throughSeq: verified } : undefined;
	const options = { org: head.org, after, through: head.position, limit: MAX_PULLED_FACTS, except };
	const page = await tails.page(reads, options, head);
	const more = page.length === MAX_PULLED_FACTS && page.at(-1)!.position < head.position;
	const { position, hash } = more ? page.at(-1)! : head;
	const facts = page.map(({ fact: { text, personal } }) => ({ text, personal }));
	const heads = await headsOf(
		reads,
		page.map(({ fact }) => fact.journal)
	);
	return { facts, ...(heads.length > 0 ? { heads } : {}), cursor: { epoch, position, hash }, more, wasReset };
}

/** What is signed of these journals: the device keeps it, and shows it to a server that is restored. */
async function headsOf(reads: JournalReads, journals: readonly JournalId[]): Promise<SignedHead[]> {
	if (journals.length === 0) return [];
	const states = await reads.journals([...new Set(journals)]);
	return [...states.values()].flatMap(({ journal, signed }) => (signed ? [{ journal, ...signed }] : []));
}

/** Whether a cursor was read from the stream that there is now. */
export async function isOurs(
	reads: Pick<JournalReads, 'streamHashAt'>,
	tails: StreamTails,
	cursor: Cursor,
	head: StreamHead,
	epoch: string
): Promise<boolean> {
	if (cursor.epoch !== epoch || cursor.position > head.position) return false;
	if (cursor.position === 0) return true;
	if (cursor.position === head.position) return head.hash === cursor.hash;
	const hash = tails.hashAt(head, cursor.position) ?? (await reads.streamHashAt(head.org, cursor.position));
	return hash === cursor.hash;
}
