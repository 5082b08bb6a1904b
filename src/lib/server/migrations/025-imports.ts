import { type Kysely, sql } from 'kysely';

/** From here on regulations are the authority's to bring in. Versions that are here already keep their right: a mark tells the last fact. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`insert into meta (key, value) select 'importsJudgedFrom', cast(coalesce(max(nr), 0) as text) from facts`.execute(
		db
	);
}
