import { type Kysely, sql } from 'kysely';
import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { placeIn } from '#lib/domain/fact/read-fact.ts';
import type { Tables } from './database.ts';
import { type JournalReads, type SeqRange, type Stray } from './journal-store.ts';

type ChainReads = Pick<JournalReads, 'entries' | 'strays' | 'texts' | 'heldIds'>;

/** Reads of a journal's texts: those of facts, and those that are kept apart; with a place in the chain, or without. */
export function kyselyChainReads(db: Kysely<Tables>): ChainReads {
	const among = (table: 'facts' | 'entries', { journal, from, to }: SeqRange, inChain: 0 | 1) =>
		db
			.selectFrom(table)
			.select(['seq', 'hash', sql<string | null>`${sql.ref(table === 'facts' ? 'id' : 'fact_id')}`.as('fact_id')])
			.where('journal', '=', journal as string)
			.where('in_chain', '=', sql.lit(inChain))
			.where('seq', '>=', from)
			.where('seq', '<=', to);
	const places = (range: SeqRange) => among('facts', range, 1).unionAll(among('entries', range, 1));
	const texts = (range: SeqRange) =>
		among('facts', range, 1)
			.select('text')
			.unionAll(among('entries', range, 1).select('text'));
	return {
		async entries(ranges) {
			const found = [];
			for (const range of ranges)
				for (const { seq, hash, fact_id } of await places(range).execute())
					found.push({ journal: range.journal, seq: Number(seq), hash, factId: fact_id as FactId | null });
			return found;
		},
		async strays(ranges) {
			const found: Stray[] = [];
			for (const range of ranges)
				for (const table of ['facts', 'entries'] as const)
					for (const { seq, hash, fact_id, text } of await among(table, range, 0).select('text').execute()) {
						const said = placeIn(text);
						// One that cannot be read, or was too much to be kept, does not name the one before it.
						if (!said) continue;
						const place = { journal: range.journal, seq: Number(seq), hash, factId: fact_id as FactId | null };
						found.push({ ...place, prev: said.prev, isHome: table === 'facts' });
					}
			return found;
		},
		async texts(journal) {
			const rows = await texts(wholly(journal, 0)).orderBy('seq').execute();
			return rows.map(({ seq, hash, text }) => ({ seq: Number(seq), hash, text }));
		},
		async heldIds(journal, after) {
			const range = wholly(journal, after + 1);
			const lists = await Promise.all([places(range), among('facts', range, 0), among('entries', range, 0)].map(idsOf));
			return [...new Set(lists.flat())].filter((id) => id !== null);
		}
	};
}

const wholly = (journal: JournalId, from: number): SeqRange => ({ journal, from, to: Number.MAX_SAFE_INTEGER });

async function idsOf(query: { execute: () => Promise<{ fact_id: string | null }[]> }): Promise<(FactId | null)[]> {
	return (await query.execute()).map(({ fact_id }) => fact_id as FactId | null);
}
