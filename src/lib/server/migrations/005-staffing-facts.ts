import { type Kysely, sql } from 'kysely';

/** Facts on who stands in for whom, by org: few, and asked for at a deputy's every question, so they are found without reading all facts. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('staffing_facts')
		.addColumn('org', 'text', (column) => column.notNull())
		.addColumn('nr', 'integer', (column) => column.notNull())
		.addPrimaryKeyConstraint('key_staffing_org_nr', ['org', 'nr'])
		.execute();
	const said = await sql<{ nr: number; text: string }>`
		select nr, text from facts where type in ('actingAppointed', 'absenceNoted', 'areaGiven', 'staffingRevoked')
	`.execute(db);
	for (const { nr, text } of said.rows) {
		const { org } = JSON.parse(text) as { org: string };
		await sql`insert into staffing_facts (org, nr) values (${org}, ${nr})`.execute(db);
	}
}
