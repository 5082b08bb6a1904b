import type { Kysely } from 'kysely';

/** Codes that let somebody in once who forgot their password; of one person there is one for each purpose. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('one_time_codes')
		.addColumn('person', 'text', (column) => column.notNull().references('people.id'))
		.addColumn('purpose', 'text', (column) => column.notNull())
		.addColumn('hash', 'text', (column) => column.notNull())
		// Null: given at the server's terminal.
		.addColumn('issued_by', 'text')
		.addColumn('issued_at', 'bigint', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.addColumn('failures', 'integer', (column) => column.notNull())
		.addPrimaryKeyConstraint('one_time_codes_key', ['person', 'purpose'])
		.execute();
}
