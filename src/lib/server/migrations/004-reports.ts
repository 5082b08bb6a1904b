import { type Kysely, sql } from 'kysely';

/**
 * Columns that reports read instead of all rows: when an application was accepted, and for each of its orgs how the control room
 * counts it while it is in work. The rows of the projection are made again, for those made before lack them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.alterTable('applications')
		.addColumn('accepted_at', 'bigint', (column) => column.notNull().defaultTo(0))
		.execute();
	await db.schema.createIndex('applications_accepted').on('applications').column('accepted_at').execute();
	await db.schema
		.createTable('running_applications')
		.addColumn('number', 'text', (column) => column.notNull())
		.addColumn('org', 'text', (column) => column.notNull())
		.addColumn('step', 'text', (column) => column.notNull())
		.addColumn('person', 'text', (column) => column.notNull())
		.addColumn('service', 'text', (column) => column.notNull())
		.addColumn('center', 'text', (column) => column.notNull())
		.addColumn('due', 'bigint')
		.addColumn('risk_from', 'bigint')
		.addColumn('packet_since', 'bigint', (column) => column.notNull())
		.addPrimaryKeyConstraint('key_number_org', ['number', 'org'])
		.execute();
	// Holds all that is counted, in the order of the list: neither picture nor list touches the table.
	await db.schema
		.createIndex('running_counted')
		.on('running_applications')
		.columns(['org', 'due', 'risk_from', 'step', 'person', 'service', 'center', 'packet_since', 'number'])
		.execute();
	await sql`delete from meta where key = 'projection'`.execute(db);
}
