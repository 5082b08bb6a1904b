import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

/** Journals, facts, streams, quarantine and the projection. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const table = (name: string): Columns => columns(db.schema.createTable(name));
	await table('meta').text('key').text('value').key('key');
	await table('journals')
		.text('journal')
		.maybe('device', 'text')
		.text('org')
		.big('held')
		.text('held_hash')
		.big('highest')
		.key('journal');
	await table('entries')
		.text('journal')
		.big('seq')
		.text('hash')
		.maybe('fact_id', 'text')
		.text('text')
		.key('journal', 'seq');
	await table('facts')
		.int('nr')
		.text('id')
		.text('journal')
		.big('seq')
		.big('in_chain')
		.text('hash')
		.text('text')
		.text('type')
		.text('applications')
		.text('device')
		.big('received_at')
		.big('lacks_personal')
		.key('nr');
	await db.schema.createIndex('facts_id').on('facts').column('id').unique().execute();
	const place = (name: string, inChain: number) =>
		db.schema
			.createIndex(name)
			.on('facts')
			.columns(['journal', 'seq'])
			.where(sql`in_chain`, '=', sql.lit(inChain));
	await place('facts_place', 1).unique().execute();
	await place('facts_stray', 0).execute();
	await table('fact_applications').text('application').int('nr').key('application', 'nr');
	await table('fact_personal').int('nr').text('salt').text('text').key('nr');
	await table('parties')
		.text('application')
		.text('org')
		.big('center')
		.maybe('body_at', 'bigint')
		.maybe('left_at', 'bigint')
		.key('application', 'org');
	await table('stream_entries').text('org').big('position').text('hash').int('nr').key('org', 'position');
	await db.schema.createIndex('stream_entries_fact').on('stream_entries').columns(['nr', 'org']).unique().execute();
	await table('stream_heads').text('org').big('position').text('hash').key('org');
	await table('quarantine')
		.text('hash')
		.text('journal')
		.big('seq')
		.text('text')
		.maybe('salt', 'text')
		.maybe('personal', 'text')
		.text('cause')
		.text('state')
		.text('device')
		.big('at')
		.maybe('ended_at', 'bigint')
		.key('hash');
	await db.schema.createIndex('quarantine_journal').on('quarantine').columns(['journal', 'state']).execute();
	await table('applications').text('number').text('summary').key('number');
	await table('application_keys').text('key').text('number').key('key', 'number');
	await db.schema.createIndex('application_keys_number').on('application_keys').column('number').execute();
}

type Columns = {
	text: (name: string) => Columns;
	big: (name: string) => Columns;
	/** In SQLite a key of this type is the row's own number: no second tree. */
	int: (name: string) => Columns;
	maybe: (name: string, type: 'text' | 'bigint') => Columns;
	key: (...names: [string, ...string[]]) => Promise<void>;
};

function columns(builder: CreateTableBuilder<string, string>): Columns {
	return {
		text: (name) => columns(builder.addColumn(name, 'text', (column) => column.notNull())),
		big: (name) => columns(builder.addColumn(name, 'bigint', (column) => column.notNull())),
		int: (name) => columns(builder.addColumn(name, 'integer', (column) => column.notNull())),
		maybe: (name, type) => columns(builder.addColumn(name, type)),
		key: (...names) => builder.addPrimaryKeyConstraint(`key_${names.join('_')}`, names).execute()
	};
}
