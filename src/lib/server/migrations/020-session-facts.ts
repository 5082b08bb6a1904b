import { type Kysely, sql } from 'kysely';

type Said = {
	actor: string;
	at: number;
	clock: { offsetMs: number | null };
	body: { device?: string; session?: string };
};

/** Who came to which device and left it, found by session, device and person: each fact that arrives is judged by them. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('session_facts')
		.addColumn('nr', 'integer', (column) => column.primaryKey())
		.addColumn('type', 'text', (column) => column.notNull())
		.addColumn('session', 'text', (column) => column.notNull())
		.addColumn('person', 'text', (column) => column.notNull())
		.addColumn('device', 'text', (column) => column.notNull())
		.addColumn('journal', 'text', (column) => column.notNull())
		.addColumn('seq', 'integer', (column) => column.notNull())
		.addColumn('at', 'integer', (column) => column.notNull())
		.execute();
	for (const columns of [['session'], ['person', 'type', 'at'], ['device', 'journal', 'seq'], ['device', 'at']])
		await db.schema
			.createIndex(`session_facts_by_${columns.join('_')}`)
			.on('session_facts')
			.columns(columns)
			.execute();
	const held = await sql<{ nr: number; id: string; type: string; journal: string; seq: number; text: string }>`
		select nr, id, type, journal, seq, text from facts where type in ('unlocked', 'locked')
	`.execute(db);
	for (const { nr, id, type, journal, seq, text } of held.rows) {
		const { actor, at, clock, body } = JSON.parse(text) as Said;
		const [session, time] = [type === 'unlocked' ? id : body.session, at + (clock.offsetMs ?? 0)];
		await sql`
			insert into session_facts (nr, type, session, person, device, journal, seq, at)
			values (${nr}, ${type}, ${session}, ${actor}, ${body.device ?? ''}, ${journal}, ${seq}, ${time})
		`.execute(db);
	}
}
