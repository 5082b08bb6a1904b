import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type OrgId, type StaffId } from '#lib/domain/fact/ids.ts';
import { emptySyncState } from '#lib/journal/device-meta.ts';
import { type PaperNumbers } from '#lib/journal/paper-numbers.ts';
import { type Cursor } from '#lib/protocol/sync-messages.ts';
import { browserAccess } from '#lib/sync/browser-sync.ts';
import { httpTransport } from '#lib/sync/http-transport.ts';
import { createSyncLoop } from '#lib/sync/sync-loop.ts';
import { type Transport } from '#lib/sync/transport.ts';
import { webLock } from '#lib/sync/web-lock.ts';
import { MORNING, newId } from '../facts/written-facts.ts';
import { collectAndDispatch, type OnItsWay, visit } from '../facts/work-of-a-day.ts';
import { inspector } from './append-times.ts';
import { openJournal } from './open-store.ts';

const ORGS = { center: 'center-04' as OrgId, body: 'body-15' as OrgId };
/** Of the demonstration: who has the right to collect, so that nothing stands against it. */
const COLLECTOR = 'staff-103' as StaffId;
const VISITS_AT_ONCE = 200;

/** Records visits and registers until so many facts are queued. */
export async function queueFacts(facts: number): Promise<void> {
	const journal = await openJournal();
	let left = facts;
	let nr = 0;
	const record = async (stamp: Parameters<typeof journal.append>[1], build: (numbers: PaperNumbers) => FactDraft[]) => {
		const result = await journal.append((numbers) => build(numbers).slice(0, left), stamp);
		if (!result.ok) throw new Error(result.message);
		left -= result.facts.length;
	};
	while (left > 0) {
		const at = MORNING + nr * 60_000;
		let packets: OnItsWay[] = [];
		await record(inspector(at), ({ next }) => {
			const visits = Array.from({ length: VISITS_AT_ONCE }, (_, each) =>
				visit(nr + each, at, ORGS, { number: next, newId })
			);
			packets = visits.map(({ packet }) => packet);
			return visits.flatMap(({ accepted, printed }) => [accepted, printed]);
		});
		nr += VISITS_AT_ONCE;
		if (left > 0)
			await record(
				{ ...inspector(at), actor: COLLECTOR, role: 'accumulationInspector' },
				({ next }) => collectAndDispatch(packets, ORGS, { number: next, newId }).drafts
			);
	}
}

/** Up to where this store has read its org's stream. */
export async function cursor(): Promise<Cursor | null> {
	return (await (await openJournal()).state()).sync.cursor;
}

/** As if nothing had been sent, and the stream read up to a cursor. */
export async function forgetAcknowledged(read: Cursor | null): Promise<void> {
	await (await openJournal()).saveSync({ ...emptySyncState, epoch: read?.epoch ?? null, cursor: read });
}

export type Drained = { ms: number; acked: number; facts: number; applications: number; counted: number };

/** Runs the sync loop until nothing is left to send or fetch. `nothing`: an address that only says "taken". */
export async function runLoop(nothing?: string): Promise<Drained> {
	const journal = await openJournal();
	const token = await journal.read(async (reader) => (await reader.meta('enrolment'))?.token ?? null);
	const { access, sign } = browserAccess(journal, async () => token);
	const post = (url?: string) => httpTransport({ fetch: (...args) => fetch(...args), access, url });
	const transport: Transport = nothing
		? (request) => post(`${nothing}?acked=${request.ackedSeq + request.facts.length}`)(request)
		: post();
	const failures: unknown[] = [];
	const loop = createSyncLoop({
		journal,
		transport,
		sign,
		now: Date.now,
		random: Math.random,
		lock: webLock(navigator.locks, 'bench:sync'),
		schedule: () => () => {},
		failed: (error) => failures.push(error)
	});
	const from = performance.now();
	const failure = await loop.runNow();
	const ms = performance.now() - from;
	if (failure !== null || failures.length > 0) throw new Error(`The loop failed: ${failure ?? String(failures[0])}`);
	const { sync } = await journal.state();
	return journal.read(async (reader) => ({
		ms,
		acked: sync.ackedSeq,
		facts: await reader.countFacts(),
		applications: (await reader.applicationNumbers()).length,
		counted: [...(await reader.counters()).values()].reduce((sum, count) => sum + count, 0)
	}));
}
