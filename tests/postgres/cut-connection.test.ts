import { sql } from 'kysely';
import { expect, inject, it, vi } from 'vitest';
import { emptyPostgres } from '#tests/support/people-database.ts';
import { isAway } from '#lib/server/store/away.ts';
import { withDatabase } from '#lib/server/store/engine.ts';

it('N361 a connection that is cut between two queries of a transaction fails the next one, and is no fault of the process', async () => {
	const uncaught = vi.fn();
	process.on('uncaughtException', uncaught);
	const place = await emptyPostgres(inject('postgres')!);
	await withDatabase(place, (db) =>
		withDatabase(place, async (other) => {
			const failure: unknown = await db
				.transaction()
				.execute(async (tx) => {
					const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
					const { pid } = rows[0]!;
					await sql`select pg_terminate_backend(${pid})`.execute(other);
					await vi.waitFor(async () => {
						const left = await sql`select 1 from pg_stat_activity where pid = ${pid}`.execute(other);
						expect(left.rows).toEqual([]);
					});
					await sql`select 1`.execute(tx);
				})
				.catch((error: unknown) => error);
			expect(isAway(failure)).toBe(true);
			await sql`select 1`.execute(db);
		})
	);
	process.off('uncaughtException', uncaught);
	expect(uncaught).not.toHaveBeenCalled();
});
