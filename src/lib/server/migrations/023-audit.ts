import { type Kysely, sql } from 'kysely';

/**
 * Runs of the verifier, with who started them, and what came of them. The few facts that settle flags are found by their type without
 * reading all others.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('verifications')
		.addColumn('nr', 'integer', (column) => column.primaryKey())
		.addColumn('started_at', 'bigint', (column) => column.notNull())
		.addColumn('started_by', 'text')
		.addColumn('role', 'text')
		.addColumn('ended_at', 'bigint')
		.addColumn('outcome', 'text', (column) => column.notNull())
		.addColumn('result', 'text')
		.execute();
	await db.schema
		.createIndex('facts_settling')
		.on('facts')
		.column('type')
		.where(sql`type`, '=', sql.lit('flagSettled'))
		.execute();
}
