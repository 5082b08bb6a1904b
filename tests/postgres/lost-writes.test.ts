import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { Writer } from '#tests/contract/server-store-writer.ts';
import { emptyPostgres } from '#tests/support/people-database.ts';
import { type Database, openDatabase } from '#lib/server/store/database.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { createReceiver } from '#lib/server/sync/receive.ts';

let db: Database;
beforeEach(async () => void (db = await openDatabase(await emptyPostgres(inject('postgres')!))));
afterEach(() => db.destroy());

/** One of several processes on the database: what it sends is a fact of a window of its own. */
function aProcess(name: string) {
	const lost = vi.fn();
	const receiver = createReceiver(createKyselyJournalStore(db, { self: name, lost }), {
		now: () => 0,
		epoch: () => 'E'
	});
	const window = new Writer(name);
	let serial = 0;
	const work = async () => {
		const acked = window.head.seq;
		window.accepted((serial += 1));
		await receiver.receive(window.request(acked), window.device);
	};
	return { lost, work };
}

const TABLES = ['stream_entries', 'entries', 'fact_applications', 'parties', 'fact_personal', 'facts'];

/** As a standby that had not yet received anything of it: no fact, no position, no mark. */
async function loseAll(): Promise<void> {
	for (const table of [...TABLES, 'stream_heads', 'journals']) await sql`delete from ${sql.table(table)}`.execute(db);
	await sql`delete from meta where key = 'mark'`.execute(db);
}

describe('a standby that took over without the last facts', () => {
	it('N371 is noticed by the process that committed them, also where another one has written more by then', async () => {
		const [one, other] = [aProcess('J1'), aProcess('J2')];
		await one.work();
		await loseAll();
		for (let nr = 0; nr < 3; nr += 1) await other.work();
		await one.work();
		expect(one.lost).toHaveBeenCalledOnce();
		await one.work();
		expect(one.lost).toHaveBeenCalledOnce();
		expect(other.lost).not.toHaveBeenCalled();
	});

	it('N371 is noticed with the first write where nobody has written since', async () => {
		const one = aProcess('J1');
		for (let nr = 0; nr < 2; nr += 1) await one.work();
		await loseAll();
		await one.work();
		expect(one.lost).toHaveBeenCalledOnce();
	});

	it('N371 is none where all is there, however the processes alternate', async () => {
		const [one, other] = [aProcess('J1'), aProcess('J2')];
		for (let nr = 0; nr < 3; nr += 1) {
			await one.work();
			await other.work();
			await other.work();
		}
		expect([one.lost, other.lost].map((lost) => lost.mock.calls.length)).toEqual([0, 0]);
	});
});
