import { type Kysely, sql } from 'kysely';

/**
 * Keys of devices; of each journal the highest place that its device signed, which vouches for all before it; and for each key
 * the tickets by which its device reads: of a ticket only the hash, and of the one before, which
 * counts as long as the answer with the new one may have been lost.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await rebuildDevices(db);
	await db.schema
		.alterTable('journals')
		.addColumn('signed', 'bigint', (column) => column.notNull().defaultTo(0))
		.execute();
	for (const column of ['signed_hash', 'signature'])
		await db.schema
			.alterTable('journals')
			.addColumn(column, 'text', (text) => text.notNull().defaultTo(''))
			.execute();
	await db.schema
		.createTable('device_tickets')
		.addColumn('key', 'text', (column) => column.primaryKey())
		.addColumn('ticket_hash', 'text')
		.addColumn('ticket_at', 'bigint')
		.addColumn('before_hash', 'text')
		.addColumn('before_at', 'bigint')
		.addColumn('turn', 'bigint', (column) => column.notNull())
		.addColumn('epoch', 'text')
		.addColumn('challenge_hash', 'text')
		.addColumn('challenge_at', 'bigint')
		.addColumn('copied_at', 'bigint')
		.execute();
}

const COLUMNS = 'id, number, journal, org, place, window, token_hash, registered_by, registered_at, revoked_at';

/**
 * With its key, and without the demand that whoever registered a device be a person with a row: the registry brings back devices that
 * asked by their token, which the terminal's name stands for.
 */
async function rebuildDevices(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('devices_with_keys')
		.addColumn('id', 'text', (column) => column.primaryKey())
		.addColumn('number', 'integer', (column) => column.notNull().unique())
		.addColumn('journal', 'text', (column) => column.notNull().unique())
		.addColumn('org', 'text', (column) => column.notNull().references('orgs.id'))
		.addColumn('place', 'text', (column) => column.notNull())
		.addColumn('window', 'text')
		.addColumn('token_hash', 'text', (column) => column.notNull().unique())
		.addColumn('registered_by', 'text', (column) => column.notNull())
		.addColumn('registered_at', 'bigint', (column) => column.notNull())
		.addColumn('revoked_at', 'bigint')
		.addColumn('key', 'text')
		.execute();
	const columns = sql.raw(COLUMNS.replace('window', '"window"'));
	await sql`insert into devices_with_keys (${columns}) select ${columns} from devices`.execute(db);
	await db.schema.dropTable('devices').execute();
	await db.schema.alterTable('devices_with_keys').renameTo('devices').execute();
}
