import { type OrgId } from '#lib/domain/fact/ids.ts';
import { type FactPage } from '#lib/protocol/exchange-messages.ts';
import { type Cursor } from '#lib/protocol/sync-messages.ts';
import { type JournalReads } from '../store/journal-store.ts';
import { isOurs } from '../sync/pull.ts';
import { StreamTails } from '../sync/stream-tails.ts';
import { cursorText } from './cursor.ts';
import { exchangeFact } from './exchange-fact.ts';

export const MOST_FACTS = 500;

type Asked = { org: OrgId; after: Cursor | null; limit: number; epoch: string };

/** The next facts of the org's stream, in the order and with the personal parts in which its devices get them. */
export async function factPage(reads: JournalReads, { org, after: cursor, limit, epoch }: Asked): Promise<FactPage> {
	const head = await headOf(reads, org);
	const reset = cursor !== null && !(await isOurs(reads, new StreamTails(), cursor, head, epoch));
	const after = reset ? 0 : (cursor?.position ?? 0);
	const page = await reads.streamPage({ org, after, through: head.position, limit });
	const more = page.length === limit && page.at(-1)!.position < head.position;
	const { position, hash } = more ? page.at(-1)! : head;
	const facts = page.map(({ fact }) => exchangeFact(fact));
	return { facts, cursor: cursorText({ epoch, position, hash }), more, reset };
}

/** The end of an org's stream; of one that has nothing yet, its beginning. */
export const headOf = async (reads: Pick<JournalReads, 'streamHeads'>, org: OrgId) =>
	(await reads.streamHeads([org])).get(org) ?? { org, position: 0, hash: '' };
