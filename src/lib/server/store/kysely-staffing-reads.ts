import { type Kysely } from 'kysely';
import { type OrgId, type Role, type StaffId } from '#lib/domain/fact/ids.ts';
import { inParts } from './bulk.ts';
import type { Tables } from './database.ts';
import { type JournalReads } from './journal-store.ts';
import { storedFact } from './kysely-rows.ts';

/** Who works where, and what an org has said of who stands in for whom. */
export function kyselyStaffingReads(db: Kysely<Tables>): Pick<JournalReads, 'people' | 'staffingFacts'> {
	return {
		async people(ids) {
			const anybody = await db.selectFrom('people').select('id').limit(1).executeTakeFirst();
			if (!anybody) return null;
			const rows = await inParts(ids, (part) =>
				db.selectFrom('people').select(['id', 'org', 'roles']).where('id', 'in', part).execute()
			);
			return new Map(
				rows.map(({ id, org, roles }) => [id as StaffId, { org: org as OrgId, roles: JSON.parse(roles) as Role[] }])
			);
		},
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
