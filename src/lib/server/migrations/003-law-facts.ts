import { type Kysely, sql } from 'kysely';

/** Facts of orgs that bear on every fold: few, and asked for at every fold, so they are found without reading all facts. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('law_facts')
		.addColumn('nr', 'integer', (column) => column.notNull().primaryKey())
		.execute();
	await sql`insert into law_facts (nr) select nr from facts where type in ('clockChecked', 'calendarChanged', 'regulationImported')`.execute(
		db
	);
}
