import { type Kysely, sql } from 'kysely';
import { type JournalId } from '#lib/domain/fact/ids.ts';
import type { Tables } from './database.ts';
import { type JournalReads, type OpenQuarantine } from './journal-store.ts';
import { itemOf } from './kysely-rows.ts';

/** Reads of what could not be read or authenticated. */
export function kyselyQuarantineReads(
	db: Kysely<Tables>
): Pick<JournalReads, 'quarantined' | 'quarantines' | 'countQuarantined'> {
	const open = () => db.selectFrom('quarantine').where('state', '=', 'open');
	const firstOf = (journal: JournalId, most: number) =>
		open()
			.select(['hash', 'journal', 'seq', 'cause'])
			.where('journal', '=', journal as string)
			.orderBy('seq')
			.orderBy('hash')
			.limit(most)
			.execute();
	return {
		async quarantined({ hashes, state, after, limit }) {
			const rows = await db
				.selectFrom('quarantine')
				.selectAll()
				.$if(hashes !== undefined, (query) => query.where('hash', 'in', [...hashes!]))
				.$if(state !== undefined, (query) => query.where('state', '=', state!))
				.$if(after !== undefined, (query) => query.where('hash', '>', after!))
				.orderBy('hash')
				.$if(limit !== undefined, (query) => query.limit(limit!))
				.execute();
			return rows.map(itemOf);
		},
		async quarantines(journals, most) {
			if (journals.length === 0) return new Map();
			const totals = await open()
				.select(({ fn }) => ['journal', fn.countAll().as('count')])
				.select([
					sql<number>`sum(case when text <> '' then 1 else 0 end)`.as('kept'),
					sql<number>`sum(length(text) + coalesce(length(personal), 0))`.as('weight'),
					sql<number | null>`min(case when text = '' then seq end)`.as('unkept')
				])
				.where('journal', 'in', [...journals])
				.groupBy('journal')
				.execute();
			const found = new Map<JournalId, OpenQuarantine>();
			for (const { journal, count, kept, weight, unkept } of totals) {
				const first = await firstOf(journal as JournalId, most);
				found.set(journal as JournalId, {
					count: Number(count),
					kept: Number(kept),
					weight: Number(weight),
					unkept: unkept === null ? null : Number(unkept),
					first: first.map((row) => ({ ...row, journal: row.journal as JournalId, seq: Number(row.seq) }))
				});
			}
			return found;
		},
		async countQuarantined() {
			const { count } = await open()
				.select(({ fn }) => fn.countAll().as('count'))
				.executeTakeFirstOrThrow();
			return Number(count);
		}
	};
}
