import { type Kysely, sql } from 'kysely';

/** Which texts apart are of a fact, and which facts are flagged as not proven: asked whenever a device signs what was not signed. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createIndex('entries_fact')
		.on('entries')
		.column('fact_id')
		.where(sql`fact_id`, 'is not', null)
		.execute();
	await db.schema
		.createIndex('flags_unproven')
		.on('flags')
		.column('fact')
		.where(sql`reason`, '=', sql.lit('unproven'))
		.where(sql`stands`, '=', sql.lit(1))
		.execute();
}
