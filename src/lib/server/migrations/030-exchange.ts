import { type Kysely, sql } from 'kysely';

/**
 * Systems of bodies that work through the exchange interface: who they are, their access tokens and used assertions (hashes only), and what
 * was refused under idempotency keys. The few facts that open a register are found by its journal.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('exchange_clients')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('org', 'text', (column) => column.notNull())
		.addColumn('name', 'text', (column) => column.notNull())
		.addColumn('device', 'text', (column) => column.notNull().unique())
		.addColumn('key', 'text', (column) => column.notNull())
		.addColumn('roles', 'text', (column) => column.notNull())
		.addColumn('people', 'text', (column) => column.notNull())
		.addColumn('registered_by', 'text', (column) => column.notNull())
		.addColumn('registered_at', 'bigint', (column) => column.notNull())
		.addColumn('registers', 'integer', (column) => column.notNull())
		.addColumn('epoch', 'text', (column) => column.notNull())
		.addColumn('sealed_key', 'text', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('exchange_tokens')
		.addColumn('token_hash', 'text', (column) => column.primaryKey())
		.addColumn('client', 'text', (column) => column.notNull())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('exchange_assertions')
		.addColumn('assertion_hash', 'text', (column) => column.primaryKey())
		.addColumn('expires_at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema
		.createTable('exchange_acts')
		.addColumn('act', 'text', (column) => column.primaryKey())
		.addColumn('request_hash', 'text', (column) => column.notNull())
		.addColumn('problem', 'text')
		.addColumn('at', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema
		.createIndex('facts_of_registers')
		.on('facts')
		.column('journal')
		.where(sql`type`, 'in', sql`('collected', 'dispatched', 'returned')`)
		.execute();
}
