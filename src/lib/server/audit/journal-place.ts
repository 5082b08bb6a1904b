import { type FactId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type JournalPlace } from '#lib/protocol/journal-messages.ts';
import { SERVER_ORG } from '../registry/server-journal.ts';
import type { Database } from '../store/database.ts';

/** A place as a sheet prints it: the last signs of the journal's id, the place, the first digits of the hash. */
type PrintedPlace = { journal: string; seq: number; hash: string };

const NONE: JournalPlace = { answer: 'none', receivedAt: null, hash: null, id: null, highest: null };

/**
 * Whether the server holds at a place what a sheet on paper says: the paper witnesses against whoever rewrote the journal since. Where two
 * texts came to one place, either is there.
 */
export async function journalPlace(
	db: Database,
	org: OrgId,
	{ journal, seq, hash }: PrintedPlace
): Promise<JournalPlace> {
	const journals = await journalsOf(db, org, journal);
	if (journals.length === 0) return NONE;
	const at = (table: 'facts' | 'entries') =>
		db.selectFrom(table).select('hash').where('journal', 'in', journals).where('seq', '=', seq);
	const hashes = await at('facts').unionAll(at('entries')).execute();
	const same = hashes.find((each) => each.hash.startsWith(hash));
	const there = same ?? hashes[0];
	const { highest } = await db
		.selectFrom('journals')
		.select((of) => of.fn.max('highest').as('highest'))
		.where('journal', 'in', journals)
		.executeTakeFirstOrThrow();
	if (!there) return { ...NONE, highest: Number(highest) };
	const fact = await db
		.selectFrom('facts')
		.select(['id', 'received_at'])
		.where('journal', 'in', journals)
		.where('seq', '=', seq)
		.where('hash', '=', there.hash)
		.executeTakeFirst();
	return {
		answer: same ? 'found' : 'other',
		receivedAt: fact ? Number(fact.received_at) : null,
		hash: there.hash,
		id: (fact?.id as FactId | undefined) ?? null,
		highest: Number(highest)
	};
}

/** Journals of the org's devices and of the server whose id ends so; few signs may be those of several. */
async function journalsOf(db: Database, org: OrgId, sign: string): Promise<string[]> {
	const rows = await db.selectFrom('journals').select('journal').where('org', 'in', [org, SERVER_ORG]).execute();
	return rows.map(({ journal }) => journal).filter((journal) => journal.endsWith(sign));
}
