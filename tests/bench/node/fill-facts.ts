import { type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { openDatabase } from '#lib/server/store/database.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { createReceiver } from '#lib/server/sync/receive.ts';
import { wireFactOf } from '#lib/sync/sync-round.ts';
import { pieces } from '../facts/work-of-a-day.ts';
import { daysOf, MORNING } from '../facts/written-facts.ts';

/** What the driver asks of this process; the answer is one line of JSON. */
export type FillFactsTask = { database: string; facts: number };
export type FillFactsAnswer = { ms: number; facts: number };

const CENTERS = 21;
const VISITS_A_DAY = 100;
const PUSHED = 500;
const BODY = 'body-15' as OrgId;

/** One journal with its device, as it pushes. */
function pusher(journal: string, org: OrgId) {
	let acked = { seq: 0, hash: '' };
	return async (facts: readonly StoredFact[]): Promise<void> => {
		for (const piece of pieces(facts, PUSHED)) {
			const last = piece.at(-1)!;
			const answer = await receiver.receive(
				{
					protocol: 1,
					journal: journal as JournalId,
					lastSeq: last.seq,
					ackedSeq: acked.seq,
					ackedHash: acked.hash,
					cursor: null,
					facts: piece.map(wireFactOf)
				},
				{ id: `device of ${journal}`, org }
			);
			if (answer.ackedSeq !== last.seq) throw new Error(`Sent up to ${last.seq}, the server has ${answer.ackedSeq}`);
			acked = { seq: last.seq, hash: last.hash };
		}
	};
}

const { database, facts } = JSON.parse(process.argv[2] ?? '{}') as FillFactsTask;
const store = createKyselyJournalStore(await openDatabase(database));
const receiver = createReceiver(store, { now: () => MORNING, epoch: () => 'bench' });
const from = performance.now();
const sites = Array.from({ length: CENTERS }, (_, nr) => {
	const center = `center-${String(nr + 1).padStart(2, '0')}` as OrgId;
	const journals = { center: `journal-of-${center}`, body: `journal-${nr + 1}-of-${BODY}` };
	const days = daysOf(journals, { center, body: BODY }, VISITS_A_DAY, 50_000 + nr * 2);
	return { days, push: { center: pusher(journals.center, center), body: pusher(journals.body, BODY) } };
});
let sent = 0;
while (sent < facts)
	for (const { days, push } of sites) {
		const { center, body } = days.next().value as { center: StoredFact[]; body: StoredFact[] };
		await push.center(center);
		await push.body(body);
		sent += center.length + body.length;
	}
await store.close();
process.stdout.write(`${JSON.stringify({ ms: performance.now() - from, facts: sent } satisfies FillFactsAnswer)}\n`);
