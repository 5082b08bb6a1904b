import { writeSync } from 'node:fs';
import { openDatabase } from '#lib/server/store/database.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { createReceiver } from '#lib/server/sync/receive.ts';
import { onWire, Writer } from './server-store-writer.ts';

/** A server under load: says each acknowledgement aloud and works until it is killed. */
const store = createKyselyJournalStore(await openDatabase(process.env['CRASH_DATABASE'] ?? ''));
const receiver = createReceiver(store, { now: Date.now, epoch: () => 'E1' });

async function workWithoutEnd(nr: number): Promise<never> {
	const window = new Writer(`J${nr}`);
	for (;;) {
		const acked = window.head.seq;
		for (let count = 0; count <= nr % 3; count += 1) window.accepted(nr * 1000 + window.head.seq + 1);
		const request = window.request(acked, { cursor: null, facts: window.facts.slice(acked).map(onWire) });
		const { ackedSeq } = await receiver.receive(request, window.device);
		writeSync(1, `${window.journal} ${ackedSeq} ${window.facts[ackedSeq - 1]?.hash}\n`);
	}
}

await Promise.all(Array.from({ length: 12 }, (_, nr) => workWithoutEnd(nr)));
