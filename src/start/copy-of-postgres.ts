import { copyTable, tablesOf } from '#lib/server/store/copy-tables.ts';
import { connect } from '#lib/server/store/engine.ts';
import { openWithTables } from './with-tables.ts';

/**
 * Copies a database of PostgreSQL into a new file of SQLite, all of it as it was at one moment, while servers go on writing. What proves a
 * file proves it then.
 */
export async function copyOfPostgres(url: string, file: string): Promise<void> {
	const from = connect({ kind: 'postgres', url, pool: 1 });
	const to = await openWithTables({ kind: 'sqlite', file });
	try {
		const tables = await tablesOf(to);
		await from
			.transaction()
			.setIsolationLevel('repeatable read')
			.setAccessMode('read only')
			.execute(async (tx) => {
				for (const table of tables) await copyTable(tx, to, table);
			});
	} finally {
		await Promise.all([from.destroy(), to.destroy()]);
	}
}
