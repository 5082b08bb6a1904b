import type { Kysely } from 'kysely';

/**
 * Facts of the registry, which only the server writes, and when somebody left or a device was revoked. People, orgs and devices have
 * rows of their own, made from these facts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('registry_facts')
		.addColumn('nr', 'integer', (column) => column.primaryKey())
		.execute();
	await db.schema.alterTable('people').addColumn('left_at', 'bigint').execute();
	await db.schema.alterTable('devices').addColumn('revoked_at', 'bigint').execute();
	await db.schema
		.createTable('device_reports')
		.addColumn('device', 'text', (column) => column.primaryKey())
		.addColumn('seen_at', 'bigint', (column) => column.notNull())
		.addColumn('waiting', 'bigint', (column) => column.notNull())
		.addColumn('version', 'text')
		.addColumn('clock_offset', 'bigint')
		.addColumn('used', 'bigint')
		.addColumn('quota', 'bigint')
		.execute();
}
