import type { Kysely } from 'kysely';

/** Orgs with their own settings, people, their sessions and attempts, and the devices that were given a number. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('orgs')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('windows', 'text', (column) => column.notNull())
		.addColumn('hours', 'text', (column) => column.notNull())
		.addColumn('slots', 'text', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('people')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('number', 'text', (column) => column.notNull().unique())
		.addColumn('surname', 'text', (column) => column.notNull())
		.addColumn('given', 'text', (column) => column.notNull())
		.addColumn('patronymic', 'text')
		.addColumn('roles', 'text', (column) => column.notNull())
		.addColumn('org', 'text', (column) => column.notNull().references('orgs.id'))
		.addColumn('window', 'text')
		.addColumn('password', 'text', (column) => column.notNull())
		.addColumn('pin', 'text')
		.execute();
	await db.schema.createIndex('people_org').on('people').column('org').execute();
	await db.schema
		.createTable('sessions')
		.addColumn('token_hash', 'text', (column) => column.primaryKey())
		.addColumn('person', 'text', (column) => column.notNull().references('people.id'))
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('sessions_expiry').on('sessions').column('expires_at').execute();
	await db.schema
		.createTable('sign_in_attempts')
		.addColumn('key', 'text', (column) => column.primaryKey())
		.addColumn('failures', 'integer', (column) => column.notNull())
		.addColumn('since', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('devices')
		.addColumn('id', 'text', (column) => column.primaryKey())
		// Rows are never deleted: a number that was given once stays given.
		.addColumn('number', 'integer', (column) => column.notNull().unique())
		.addColumn('journal', 'text', (column) => column.notNull().unique())
		.addColumn('org', 'text', (column) => column.notNull().references('orgs.id'))
		.addColumn('place', 'text', (column) => column.notNull())
		.addColumn('window', 'text')
		.addColumn('token_hash', 'text', (column) => column.notNull().unique())
		.addColumn('registered_by', 'text', (column) => column.notNull().references('people.id'))
		.addColumn('registered_at', 'bigint', (column) => column.notNull())
		.execute();
}
