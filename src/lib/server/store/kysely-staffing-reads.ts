import { type Kysely } from 'kysely';
import type { Tables } from './database.ts';
import { type JournalReads } from './journal-store.ts';
import { storedFact } from './kysely-rows.ts';

/** What an org has said of who stands in for whom. */
export function kyselyStaffingReads(db: Kysely<Tables>): Pick<JournalReads, 'staffingFacts'> {
	return {
		async staffingFacts(org) {
			const rows = await db
				.selectFrom('staffing_facts as s')
				.innerJoin('facts as f', 'f.nr', 's.nr')
				.leftJoin('fact_personal as p', 'p.nr', 'f.nr')
				.select(['f.id', 'f.journal', 'f.seq', 'f.hash', 'f.text', 'f.type', 'f.applications'])
				.select(['p.salt', 'p.text as personal'])
				.where('s.org', '=', org as string)
				.orderBy('s.nr')
				.execute();
			return rows.map(storedFact);
		}
	};
}
