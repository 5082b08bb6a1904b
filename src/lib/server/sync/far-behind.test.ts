import { type EventEmitter } from 'node:events';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { anEmptyStore, aServer } from '#tests/contract/server-store-server.ts';
import { onWire, Writer } from '#tests/contract/server-store-writer.ts';
import { openDatabase } from '../store/database.ts';
import { createKyselyJournalStore } from '../store/kysely-journal-store.ts';
import { createProjecting } from './projecting.ts';
import { retryQuarantine } from './quarantine.ts';
import { nativeSha256 } from './read-arrival.ts';
import { rebuildProjection } from './rebuild-projection.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syncServerOf } from './sync-server.ts';

const projector = (number: string) => ({ number, summary: '{}', keys: [] });

/** How often others had their turn while this was done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
	let done = false;
	let turns = 0;
	void work.finally(() => (done = true));
	while (!done) {
		await nextTurn();
		turns += 1;
	}
	return turns;
}

async function manyFacts(count: number, given = anEmptyStore('SQLite')) {
	const server = await aServer('SQLite', await given);
	const window = new Writer('J1');
	for (let serial = 1; serial <= count; serial += 1) window.registered(serial);
	for (let acked = 0; acked < count; acked += 500)
		await server.sync(window, acked, { facts: window.facts.slice(acked, acked + 500).map(onWire) });
	return { ...server, window };
}

describe('a server that is far behind', () => {
	it('S123 between two pieces of the projection, of a rebuild and of a retried quarantine others have their turn', async () => {
		const { store, sync, window } = await manyFacts(1000);
		for (let place = 0; place < 500; place += 1) window.writeText(`bad ${place}`, nativeSha256(`bad ${place}`));
		await sync(window, 1000);
		const pause = (ms = 0) => wait(ms);
		const failed = (error: unknown) => {
			throw error;
		};
		const projecting = createProjecting(store, projector, { quietMs: 1, pause, isBusy: () => false, failed });
		expect(await turnsDuring(projecting.caughtUp())).toBeGreaterThan(15);
		expect(await turnsDuring(rebuildProjection(store, projector, 'next', () => wait(0)))).toBeGreaterThan(15);
		expect(await turnsDuring(retryQuarantine(store, { now: () => 1, pause: () => wait(0) }))).toBeGreaterThan(4);
	});

	it('S123 a start answers at once, whatever it has still to project and to try again', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'tereze-behind-'));
		const db = await openDatabase(':memory:');
		try {
			const { window } = await manyFacts(1500, Promise.resolve(createKyselyJournalStore(db)));
			const { receiver, store } = await syncServerOf(db, folder);
			const fact = window.registered(1501);
			const answer = await receiver.receive(window.request(1500), window.device);
			expect(answer.ackedSeq).toBe(fact.seq);
			expect(await store.projectedThrough()).toBeLessThan(1500);
		} finally {
			(process as EventEmitter).emit('sveltekit:shutdown');
			await db.destroy();
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
