import { type Kysely, sql } from 'kysely';
import type { Tables } from './database.ts';
import { type JournalReads, type LawRefold } from './journal-store.ts';
import { storedFact } from './kysely-rows.ts';

type LawReads = Pick<JournalReads, 'lawFacts' | 'lastLawFact' | 'lawRefold' | 'numbersWithKey' | 'numbersOfRange'>;

/** What the refold under a changed law asks: the law facts themselves, and which applications they bear on. */
export function kyselyLawReads(db: Kysely<Tables>): LawReads {
	return {
		async lawFacts() {
			const rows = await db
				.selectFrom('law_facts as l')
				.innerJoin('facts as f', 'f.nr', 'l.nr')
				.leftJoin('fact_personal as p', 'p.nr', 'f.nr')
				.select(['f.nr', 'f.id', 'f.journal', 'f.seq', 'f.hash', 'f.text', 'f.type', 'f.applications'])
				.select(['p.salt', 'p.text as personal'])
				.orderBy('l.nr')
				.execute();
			return rows.map((row) => ({ nr: Number(row.nr), fact: storedFact(row) }));
		},
		async lastLawFact() {
			const row = await db.selectFrom('law_facts').select('nr').orderBy('nr', 'desc').limit(1).executeTakeFirst();
			return row?.nr ?? 0;
		},
		async lawRefold() {
			const row = await db.selectFrom('meta').select('value').where('key', '=', 'lawRefold').executeTakeFirst();
			return row ? (JSON.parse(row.value) as LawRefold | null) : null;
		},
		async numbersWithKey({ key, org }, after, limit) {
			const rows = await db
				.selectFrom('application_keys as k')
				.select('k.number')
				.where('k.key', '=', key)
				.where('k.number', '>', after)
				.$if(org !== undefined, (query) =>
					query.where((eb) =>
						eb.exists(
							eb
								.selectFrom('parties as p')
								.select('p.org')
								.whereRef('p.application', '=', 'k.number')
								.where('p.org', '=', org as string)
						)
					)
				)
				.orderBy('k.number')
				.limit(limit)
				.execute();
			return rows.map(({ number }) => number);
		},
		async numbersOfRange({ journal, from, to }, after, limit) {
			// Facts in the chain and strays have an index each, which is found by the literal only.
			const touched = (inChain: 0 | 1) =>
				db
					.selectFrom('facts as f')
					.innerJoin('fact_applications as a', 'a.nr', 'f.nr')
					.select('a.application')
					.distinct()
					.where('f.journal', '=', journal as string)
					.where('f.in_chain', '=', sql.lit(inChain))
					.where('f.seq', '>=', from)
					.where('f.seq', '<=', to)
					.where('a.application', '>', after)
					.orderBy('a.application')
					.limit(limit)
					.execute();
			const rows = [...(await touched(1)), ...(await touched(0))];
			return [...new Set(rows.map(({ application }) => application))].sort().slice(0, limit);
		}
	};
}
