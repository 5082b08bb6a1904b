import { type Kysely } from 'kysely';
import { inParts } from './bulk.ts';
import type { Tables } from './database.ts';
import { type JournalReads } from './journal-store.ts';
import { storedFact } from './kysely-rows.ts';

type SessionReads = Pick<JournalReads, 'sessionFacts' | 'comingsTo' | 'sessionFactsBy'>;

/** Who came to which device and left it. These facts have no personal parts. */
export function kyselySessionReads(db: Kysely<Tables>): SessionReads {
	const facts = () =>
		db
			.selectFrom('session_facts as s')
			.innerJoin('facts as f', 'f.nr', 's.nr')
			.select(['f.id', 'f.journal', 'f.seq', 'f.hash', 'f.text', 'f.type', 'f.applications']);
	const stored = (row: Awaited<ReturnType<ReturnType<typeof facts>['execute']>>[number]) =>
		storedFact({ ...row, salt: null, personal: null });
	return {
		async sessionFacts(sessions) {
			const rows = await inParts(sessions, (part) => facts().where('s.session', 'in', part).execute());
			return [...new Map(rows.map((row) => [row.id, stored(row)])).values()];
		},
		async comingsTo(device, { journal, seq, at }, before) {
			const there = () =>
				facts()
					.where('s.device', '=', device as string)
					.where('s.type', '=', 'unlocked');
			const byPlace = there()
				.where('s.journal', '=', journal as string)
				.where('s.seq', '>', seq)
				.where('s.seq', '<', before.seq);
			const byTime = there().where('s.at', '>', at).where('s.at', '<', before.at);
			const rows = [...(await byPlace.execute()), ...(await byTime.execute())];
			return [...new Map(rows.map((row) => [row.id, stored(row)])).values()];
		},
		async sessionFactsBy(person, type, { skip, limit }) {
			const rows = await facts()
				.where('s.person', '=', person as string)
				.where('s.type', '=', type as string)
				.orderBy('s.at')
				.orderBy('s.nr')
				.limit(limit)
				.offset(skip)
				.execute();
			return rows.map(stored);
		}
	};
}
