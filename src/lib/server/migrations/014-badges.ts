import type { Kysely } from 'kysely';

/**
 * The badge that a person has by the registry: its digits and the private half of the key that comes with it, both sealed by the
 * server's secret (null where they are not known here), and that half wrapped for devices by badge and PIN (null until the PIN is known in
 * the form that wraps it).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('badges')
		.addColumn('staff', 'text', (column) => column.primaryKey().references('people.id'))
		.addColumn('badge', 'text', (column) => column.notNull())
		.addColumn('digits', 'text')
		.addColumn('private_key', 'text')
		.addColumn('wrapped', 'text')
		.execute();
	await db.schema.alterTable('people').addColumn('pin_key', 'text').execute();
}
