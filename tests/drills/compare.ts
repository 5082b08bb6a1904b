import { sql } from 'kysely';
import { type DatabasePlace, withDatabase } from '#lib/server/store/engine.ts';
import { type Acknowledged } from './loading-device.ts';

type Compared = { lost: number; doubled: number };
type Place = Pick<Acknowledged, 'journal' | 'seq' | 'hash'>;

const textOf = ({ journal, seq, hash }: Place): string => `${journal} ${seq} ${hash}`;

/**
 * Holds what was acknowledged against the database. Lost: an acknowledged fact that is not there, or a fact that was not delivered to its
 * device's org. Doubled: a fact that is there twice, was delivered twice, or a position that was left out or given twice.
 */
export function compare(
	place: DatabasePlace,
	acknowledged: readonly Acknowledged[],
	journals: readonly string[]
): Promise<Compared> {
	return withDatabase(place, async (db) => {
		const facts: Place[] = await db
			.selectFrom('facts')
			.select(['journal', 'seq', 'hash'])
			.where('journal', 'in', journals)
			.execute();
		const held = new Set(facts.map(textOf));
		const lost = acknowledged.filter((fact) => !held.has(textOf(fact))).length;
		const { rows } = await sql<{ twice: number; holes: number; undelivered: number }>`select
			(select count(*) from (select nr, org from stream_entries group by nr, org having count(*) > 1) d) as twice,
			(select coalesce(sum(abs(h.position - n.count)), 0) from stream_heads h
				join (select org, count(*) as count from stream_entries group by org) n on n.org = h.org) as holes,
			(select count(*) from facts f join devices d on d.journal = f.journal where f.type = 'accepted' and not exists
				(select 1 from stream_entries s where s.nr = f.nr and s.org = d.org)) as undelivered`.execute(db);
		const { twice, holes, undelivered } = rows[0]!;
		return { lost: lost + undelivered, doubled: facts.length - held.size + twice + holes };
	});
}
