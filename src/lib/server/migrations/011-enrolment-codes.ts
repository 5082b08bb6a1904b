import type { Kysely } from 'kysely';

/** One-time codes by which a device is enrolled: of each only the hash, where the device will stand, and who gave it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('enrolment_codes')
		.addColumn('code_hash', 'text', (column) => column.primaryKey())
		.addColumn('org', 'text', (column) => column.notNull())
		.addColumn('place', 'text', (column) => column.notNull())
		.addColumn('window', 'text')
		.addColumn('issued_by', 'text', (column) => column.notNull().references('people.id'))
		.addColumn('role', 'text', (column) => column.notNull())
		.addColumn('own_org', 'text', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.execute();
}
