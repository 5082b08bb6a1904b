import { type Kysely, sql } from 'kysely';
import { type FactId, type JournalId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type FlagReason } from '#lib/domain/fact/verdict-facts.ts';
import { inParts } from './bulk.ts';
import type { Tables } from './database.ts';
import { type JournalReads, type Judging } from './journal-store.ts';
import { storedFact } from './kysely-rows.ts';

type VerdictReads = Pick<
	JournalReads,
	| 'flags'
	| 'unprovenJournals'
	| 'unprovenUpTo'
	| 'placesOf'
	| 'flaggedActors'
	| 'flaggedOf'
	| 'factsAfter'
	| 'judgedFrom'
	| 'importsJudgedFrom'
	| 'judging'
>;

/** What judging asks: the last words about facts, and the facts in their order of arrival. */
export function kyselyVerdictReads(db: Kysely<Tables>): VerdictReads {
	const meta = async (key: string): Promise<string | undefined> =>
		(await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst())?.value;
	const unproven = db
		.selectFrom('flags')
		.select('fact')
		.where('reason', '=', sql.lit('unproven'))
		.where('stands', '=', sql.lit(1));
	return {
		async flags(facts) {
			const rows = await inParts(facts, (part) =>
				db.selectFrom('flags').selectAll().where('fact', 'in', part).execute()
			);
			const flags = rows.map(({ fact, reason, actor, nth, stands, heard }) => ({
				fact: fact as FactId,
				reason: reason as FlagReason,
				actor: actor as StaffId | null,
				nth: Number(nth),
				stands: stands === 1,
				heard: heard === 1
			}));
			return [...new Map(flags.map((flag) => [`${flag.fact} ${flag.reason}`, flag])).values()];
		},
		async unprovenJournals() {
			const own = db.selectFrom('facts').select('journal').where('id', 'in', unproven);
			const apart = db.selectFrom('entries').select('journal').where('fact_id', 'in', unproven);
			return (await own.union(apart).execute()).map(({ journal }) => journal as JournalId);
		},
		async unprovenUpTo(journal, seq) {
			const among = (table: 'facts' | 'entries', id: 'id' | 'fact_id') =>
				db
					.selectFrom(table)
					.select(sql<string>`${sql.ref(id)}`.as('fact'))
					.where(sql.ref(id), 'in', unproven)
					.where('journal', '=', journal as string)
					.where('in_chain', '=', sql.lit(1))
					.where('seq', '<=', seq);
			const rows = await among('facts', 'id').union(among('entries', 'fact_id')).execute();
			return rows.map(({ fact }) => fact as FactId);
		},
		async placesOf(facts) {
			const rows = await inParts(facts, (part) =>
				db
					.selectFrom('facts as f')
					.select(['f.id', 'f.journal', 'f.seq', 'f.text', 'f.text as own'])
					.where('f.id', 'in', part)
					.where('f.in_chain', '=', sql.lit(1))
					.unionAll(
						db
							.selectFrom('entries as e')
							.innerJoin('facts as f', 'f.id', 'e.fact_id')
							.select(['f.id', 'e.journal', 'e.seq', 'e.text', 'f.text as own'])
							.where('e.fact_id', 'in', part)
							.where('e.in_chain', '=', sql.lit(1))
					)
					.execute()
			);
			const places = rows.map((row) => ({
				...{ id: row.id as FactId, journal: row.journal as JournalId, seq: Number(row.seq) },
				...{ text: row.text, own: row.own }
			}));
			return [...new Map(places.map((place) => [`${place.id} ${place.journal} ${place.seq}`, place])).values()];
		},
		async flaggedActors() {
			const rows = await db.selectFrom('flags').select('actor').distinct().where('stands', '=', 1).execute();
			return rows.flatMap(({ actor }) => (actor === null ? [] : [actor as StaffId]));
		},
		async flaggedOf(actors, reason) {
			const rows = await inParts(actors, (part) =>
				db
					.selectFrom('flags')
					.select('fact')
					.where('stands', '=', 1)
					.where('reason', '=', reason as string)
					.where('actor', 'in', part)
					.execute()
			);
			return [...new Set(rows.map(({ fact }) => fact as FactId))];
		},
		async factsAfter(nr, limit) {
			const rows = await db
				.selectFrom('facts')
				.select(['nr', 'id', 'journal', 'seq', 'hash', 'text', 'type', 'applications'])
				.where('nr', '>', nr)
				.orderBy('nr')
				.limit(limit)
				.execute();
			return rows.map((row) => ({ nr: Number(row.nr), fact: storedFact({ ...row, salt: null, personal: null }) }));
		},
		judgedFrom: async () => Number((await meta('judgedFrom')) ?? 0),
		importsJudgedFrom: async () => Number((await meta('importsJudgedFrom')) ?? 0),
		async judging() {
			const value = await meta('judging');
			return value === undefined ? null : (JSON.parse(value) as Judging | null);
		}
	};
}
