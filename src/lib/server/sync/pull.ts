import { type Cursor, MAX_PULLED_FACTS, type SyncRequest, type WireFact } from '../../protocol/sync-messages';
import { type JournalReads } from '../store/journal-store';
import { type SyncDevice } from './group-state';

export type Pulled = { facts: WireFact[]; cursor: Cursor; more: boolean; wasReset: boolean };

/**
 * The next page of the org's stream after the cursor. A cursor of another epoch, above the head or with another hash was read
 * from a stream that is no more: it starts again from 0 (devices take a fact twice without harm).
 * @param verified seq of the request's journal up to which the device is proven to hold the facts; they are not echoed
 */
export async function pull(
	reads: JournalReads,
	request: SyncRequest,
	device: SyncDevice,
	verified: number,
	epoch: string
): Promise<Pulled> {
	const { org } = device;
	const head = (await reads.streamHeads([org])).get(org)!;
	const holds = request.cursor === null || (await isOurs(reads, request.cursor, org, head, epoch));
	const from = holds && request.cursor ? request.cursor : { position: 0, hash: '' };
	const wasReset = !holds;
	if (from.position === head.position)
		return { facts: [], cursor: { epoch, position: head.position, hash: head.hash }, more: false, wasReset };
	const page = await reads.streamPage({
		org,
		after: from.position,
		through: head.position,
		limit: MAX_PULLED_FACTS,
		except: verified > 0 ? { journal: request.journal, throughSeq: verified } : undefined
	});
	const more = page.length === MAX_PULLED_FACTS && page.at(-1)!.position < head.position;
	const { position, hash } = more ? page.at(-1)! : head;
	const facts = page.map(({ fact: { text, personal } }) => ({ text, personal }));
	return { facts, cursor: { epoch, position, hash }, more, wasReset };
}

async function isOurs(
	reads: JournalReads,
	cursor: Cursor,
	org: SyncDevice['org'],
	head: { position: number; hash: string },
	epoch: string
): Promise<boolean> {
	if (cursor.epoch !== epoch || cursor.position > head.position) return false;
	if (cursor.position === 0) return true;
	const hash = cursor.position === head.position ? head.hash : await reads.streamHashAt(org, cursor.position);
	return hash === cursor.hash;
}
