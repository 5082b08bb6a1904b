import { type Kysely, sql, type Transaction } from 'kysely';

/** Places read at a time: a journal may have a million. */
const PIECE = 1000;

/**
 * A head moves only along checked links, and what has no place is held without one, in `entries` too. Databases of earlier versions may
 * call contiguous what is no chain: there the head goes back to the last link that holds, once, and all beyond it becomes stray.
 * Devices believed that they agreed with such a head and left facts out, so where anything lost its place a new epoch begins: all
 * is asked for and sent again.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
	const work = async (tx: Kysely<Tables> | Transaction<Tables>): Promise<void> => {
		const hadStrays = await holdsStrays(tx);
		await keepStraysApart(tx);
		let lost = 0;
		for (const { journal, held } of await tx.selectFrom('journals').select(['journal', 'held']).execute())
			lost += await relink(tx, journal, Number(held));
		if (lost > 0 || hadStrays) await tx.deleteFrom('meta').where('key', '=', 'epoch').execute();
	};
	// As a whole or not at all: SQLite's migrations are not run in a transaction of their own.
	await (db.isTransaction ? work(db) : db.transaction().execute(work));
}

/** Facts that lie beside the chain while their place holds another text; what was released from quarantine lies there too. */
async function holdsStrays(tx: Kysely<Tables>): Promise<boolean> {
	const { rows } = await sql`
		select 1 from facts f where f.in_chain = 0 and not exists (
			select 1 from entries e where e.journal = f.journal and e.seq = f.seq and e.hash = f.hash
		) limit 1`.execute(tx);
	return rows.length > 0;
}

/** Two texts may wait for one place, so the hash becomes part of the key. */
async function keepStraysApart(tx: Kysely<Tables>): Promise<void> {
	await tx.schema
		.createTable('entries_new')
		.addColumn('journal', 'text', (column) => column.notNull())
		.addColumn('seq', 'bigint', (column) => column.notNull())
		.addColumn('in_chain', 'bigint', (column) => column.notNull())
		.addColumn('hash', 'text', (column) => column.notNull())
		.addColumn('fact_id', 'text')
		.addColumn('text', 'text', (column) => column.notNull())
		.addPrimaryKeyConstraint('key_journal_seq_hash', ['journal', 'seq', 'hash'])
		.execute();
	await sql`insert into entries_new (journal, seq, in_chain, hash, fact_id, text)
		select journal, seq, 1, hash, fact_id, text from entries`.execute(tx);
	await tx.schema.dropTable('entries').execute();
	await tx.schema.alterTable('entries_new').renameTo('entries').execute();
	await tx.schema
		.createIndex('entries_place')
		.on('entries')
		.columns(['journal', 'seq'])
		.unique()
		.where(sql`in_chain`, '=', sql.lit(1))
		.execute();
}

/** Walks along the links from the beginning. @returns how many texts lost their place */
async function relink(tx: Kysely<Tables>, journal: string, before: number): Promise<number> {
	let head = { seq: 0, hash: '' };
	for (let isLinked = true; isLinked;) {
		const places = await placesAfter(tx, journal, head.seq);
		const broken = places.findIndex(({ seq, prev }, index) => {
			const last = places[index - 1] ?? head;
			return seq !== last.seq + 1 || (prev !== null && prev !== last.hash);
		});
		head = (broken < 0 ? places : places.slice(0, broken)).at(-1) ?? head;
		isLinked = broken < 0 && places.length === PIECE;
	}
	let lost = Math.max(0, before - head.seq);
	for (const table of ['facts', 'entries'] as const) {
		const { numUpdatedRows } = await tx
			.updateTable(table)
			.set({ in_chain: 0 })
			.where('journal', '=', journal)
			.where('in_chain', '=', sql.lit(1))
			.where('seq', '>', head.seq)
			.executeTakeFirst();
		lost += Number(numUpdatedRows);
	}
	await tx
		.updateTable('journals')
		.set({ held: head.seq, held_hash: head.hash })
		.where('journal', '=', journal)
		.execute();
	const highest = await highestStray(tx, journal);
	await tx
		.updateTable('journals')
		.set({ highest })
		.where('journal', '=', journal)
		.where('highest', '<', highest)
		.execute();
	return lost;
}

type Place = { seq: number; hash: string; prev: string | null };

async function placesAfter(tx: Kysely<Tables>, journal: string, seq: number): Promise<Place[]> {
	const { rows } = await sql<{ seq: number; hash: string; fact_id: string | null; text: string }>`
		select seq, hash, id as fact_id, text from facts where journal = ${journal} and in_chain = 1 and seq > ${seq}
		union all
		select seq, hash, fact_id, text from entries where journal = ${journal} and in_chain = 1 and seq > ${seq}
		order by seq limit ${sql.lit(PIECE)}`.execute(tx);
	// A text without an id could not be read, an empty one was too much to be kept: their places are proven by the ones after them.
	return rows.map(({ seq, hash, fact_id, text }) => {
		const isRead = fact_id !== null && text !== '';
		return { seq: Number(seq), hash, prev: isRead ? (JSON.parse(text) as { prev: string }).prev : null };
	});
}

/** Earlier versions did not count what had no place. */
async function highestStray(tx: Kysely<Tables>, journal: string): Promise<number> {
	const { rows } = await sql<{ highest: number | null }>`
		select max(seq) as highest from facts where journal = ${journal} and in_chain = 0`.execute(tx);
	return Number(rows[0]?.highest ?? 0);
}

type Tables = {
	meta: { key: string };
	journals: { journal: string; held: number; held_hash: string; highest: number };
	facts: { journal: string; seq: number; in_chain: number };
	entries: { journal: string; seq: number; in_chain: number };
};
