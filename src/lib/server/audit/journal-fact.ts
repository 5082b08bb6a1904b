import { sql } from 'kysely';
import { type FactId, type Instant, type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type FlagReason } from '#lib/domain/fact/verdict-facts.ts';
import { type JournalFact } from '#lib/protocol/journal-messages.ts';
import type { Database } from '../store/database.ts';
import { entriesOf, envelopeOf, factsInStream, nameOf, type Seen } from './fact-rows.ts';

/** One fact of an org's stream with what is known of it; undefined where the org has none of this id. Its personal part is left out. */
export async function journalFact(db: Database, org: OrgId, id: FactId, seen: Seen): Promise<JournalFact | undefined> {
	const row = await factsInStream(db, org).where('f.id', '=', id).executeTakeFirst();
	if (!row) return undefined;
	const [entry] = await entriesOf(db, [row], seen);
	const { session = null, personal } = envelopeOf(row);
	const words = await db
		.selectFrom('flags')
		.select(['reason', 'stands'])
		.where('fact', '=', id)
		.orderBy('reason')
		.execute();
	return {
		entry: entry!,
		journal: row.journal as JournalId,
		seq: Number(row.seq),
		hash: row.hash,
		inChain: Number(row.in_chain) === 1,
		signed: Number(row.signed) >= Number(row.seq),
		session,
		personal: personal === undefined ? 'none' : Number(row.lacks_personal) === 1 ? 'missing' : 'kept',
		text: row.text,
		verdicts: words.map(({ reason, stands }) => ({ reason: reason as FlagReason, stands: stands === 1 })),
		settled: words.length === 0 ? [] : await settlingOf(db, org, id, seen)
	};
}

/** What heads said to the flags of a fact, in the order in which it arrived. Read by an index of its own: there are few. */
async function settlingOf(db: Database, org: OrgId, id: FactId, seen: Seen): Promise<JournalFact['settled']> {
	const rows = await factsInStream(db, org)
		.where(sql<boolean>`f.type = 'flagSettled'`)
		.where('f.text', 'like', `%"${id}"%`)
		.orderBy('s.position')
		.execute();
	return rows.flatMap((row) => {
		const { on, at, actor, body } = envelopeOf(row);
		if (!on.includes(id)) return [];
		return [{ at: at as Instant, actorName: nameOf(seen, actor), counts: body['counts'] === true }];
	});
}
