import { type Kysely } from 'kysely';
import { type FactId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type FlagReason } from '#lib/domain/fact/verdict-facts.ts';
import { inParts } from './bulk.ts';
import type { Tables } from './database.ts';
import { type JournalReads, type Judging } from './journal-store.ts';
import { storedFact } from './kysely-rows.ts';

type VerdictReads = Pick<JournalReads, 'flags' | 'flaggedActors' | 'factsAfter' | 'judgedFrom' | 'judging'>;

/** What judging asks: the last words about facts, and the facts in their order of arrival. */
export function kyselyVerdictReads(db: Kysely<Tables>): VerdictReads {
	const meta = async (key: string): Promise<string | undefined> =>
		(await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst())?.value;
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
		async flaggedActors() {
			const rows = await db.selectFrom('flags').select('actor').distinct().where('stands', '=', 1).execute();
			return rows.flatMap(({ actor }) => (actor === null ? [] : [actor as StaffId]));
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
		async judging() {
			const value = await meta('judging');
			return value === undefined ? null : (JSON.parse(value) as Judging | null);
		}
	};
}
