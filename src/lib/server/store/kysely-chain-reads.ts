import { type Kysely, sql } from 'kysely';
import { type FactId, type JournalId } from '../../domain/fact/ids';
import { type Tables } from './database';
import { type JournalReads } from './journal-store';

/** Reads of a journal's places: those of facts that stand in the chain, and those whose text is kept apart. */
export function kyselyChainReads(db: Kysely<Tables>): Pick<JournalReads, 'entries' | 'texts' | 'heldIds'> {
	const places = (journal: JournalId, from: number, to: number) =>
		db
			.selectFrom('facts')
			.select(['seq', 'hash', 'id as fact_id', 'text'])
			.where('journal', '=', journal)
			.where('in_chain', '=', sql.lit(1))
			.where('seq', '>=', from)
			.where('seq', '<=', to)
			.unionAll(
				db
					.selectFrom('entries')
					.select(['seq', 'hash', 'fact_id', 'text'])
					.where('journal', '=', journal)
					.where('seq', '>=', from)
					.where('seq', '<=', to) as never
			);
	return {
		async entries(ranges) {
			const found = [];
			for (const { journal, from, to } of ranges)
				for (const { seq, hash, fact_id } of await places(journal, from, to).execute())
					found.push({ journal, seq: Number(seq), hash, factId: fact_id as FactId | null });
			return found;
		},
		async texts(journal) {
			const rows = await places(journal, 0, Number.MAX_SAFE_INTEGER).orderBy('seq').execute();
			return rows.map(({ seq, hash, text }) => ({ seq: Number(seq), hash, text }));
		},
		async heldIds(journal, after) {
			const inChain = await places(journal, after + 1, Number.MAX_SAFE_INTEGER).execute();
			const strays = await db
				.selectFrom('facts')
				.select('id as fact_id')
				.where('journal', '=', journal)
				.where('in_chain', '=', sql.lit(0))
				.where('seq', '>', after)
				.execute();
			const ids = [...inChain, ...strays].map(({ fact_id }) => fact_id as FactId | null);
			return [...new Set(ids)].filter((id) => id !== null);
		}
	};
}
