import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type ActRequest } from '#lib/protocol/exchange-acts.ts';
import { type Cursor } from '#lib/protocol/sync-messages.ts';
import { type JournalReads } from '../store/journal-store.ts';
import { isOurs } from '../sync/pull.ts';
import { StreamTails } from '../sync/stream-tails.ts';
import { versionOf } from './application-view.ts';
import { type Client } from './clients.ts';
import { headOf, MOST_FACTS } from './fact-page.ts';

/** Why an act is not recorded on what its client has seen; null where nothing has happened since. */
export async function staleness(
	reads: Pick<JournalReads, 'streamHeads' | 'streamHashAt' | 'streamPage'>,
	{ org, journal }: Pick<Client, 'org' | 'journal'>,
	{ act, expected }: Pick<ActRequest, 'act' | 'expected'>,
	{ after, epoch, stories }: { after: Cursor | null; epoch: string; stories: ReadonlyMap<string, StoredFact[]> }
): Promise<string | null> {
	if (expected !== undefined && 'application' in act && versionOf(stories.get(act.application) ?? []) !== expected)
		return 'Something has happened to the application since that version: read it with GET /applications, then ask with its version and another key';
	return after === null ? null : olderThan(reads, org, after, { epoch, journal, numbers: new Set(stories.keys()) });
}

async function olderThan(
	reads: Pick<JournalReads, 'streamHeads' | 'streamHashAt' | 'streamPage'>,
	org: OrgId,
	after: Cursor,
	{ epoch, journal, numbers }: { epoch: string; journal: Client['journal']; numbers: ReadonlySet<string> }
): Promise<string | null> {
	const head = await headOf(reads, org);
	if (!(await isOurs(reads, new StreamTails(), after, head, epoch)))
		return 'The cursor in after is of another stream: read the facts anew from the beginning, then ask with the new cursor and another key';
	const except = { journal, throughSeq: Number.MAX_SAFE_INTEGER };
	const options = { org, after: after.position, through: head.position, limit: MOST_FACTS, except };
	const page = await reads.streamPage(options);
	if (page.length === MOST_FACTS)
		return 'Much has happened since the cursor in after: read on with GET /facts, then ask with the new cursor and another key';
	const concerned = page.some(({ fact }) => fact.applications.some((number) => numbers.has(number)));
	return concerned
		? 'Something has happened to these papers since the cursor in after: read on with GET /facts, then ask with the new cursor and another key'
		: null;
}
