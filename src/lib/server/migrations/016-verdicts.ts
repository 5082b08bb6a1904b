import { type Kysely, sql } from 'kysely';

/**
 * The server's last word about each fact that it ever flagged. Facts that are here already are judged by nobody: a mark tells the last of
 * them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('flags')
		.addColumn('fact', 'text', (column) => column.notNull())
		.addColumn('reason', 'text', (column) => column.notNull())
		.addColumn('actor', 'text')
		.addColumn('nth', 'integer', (column) => column.notNull())
		.addColumn('stands', 'integer', (column) => column.notNull())
		.addColumn('heard', 'integer', (column) => column.notNull())
		.addPrimaryKeyConstraint('flags_key', ['fact', 'reason'])
		.execute();
	await sql`insert into meta (key, value) select 'judgedFrom', cast(coalesce(max(nr), 0) as text) from facts`.execute(
		db
	);
}
