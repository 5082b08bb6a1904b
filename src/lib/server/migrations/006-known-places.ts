import type { Kysely } from 'kysely';

/** Where each person has signed in with the right password: those places are not closed by what strangers try elsewhere. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('known_places')
		.addColumn('number', 'text', (column) => column.notNull())
		.addColumn('place', 'text', (column) => column.notNull())
		.addColumn('seen_at', 'bigint', (column) => column.notNull())
		.addPrimaryKeyConstraint('known_places_key', ['number', 'place'])
		.execute();
}
