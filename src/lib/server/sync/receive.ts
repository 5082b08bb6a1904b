import { type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { isSignedBy } from '#lib/protocol/device-key.ts';
import { type SignedPlace, type SyncRequest, type SyncResponse } from '#lib/protocol/sync-messages.ts';
import { type JournalStore, type Projector } from '../store/journal-store.ts';
import { type Judging } from '../verdicts/judging.ts';
import { answerGroup } from './answer-group.ts';
import { type Committed, commitGroup } from './commit-group.ts';
import { type Incoming, type SyncDevice } from './group-state.ts';
import { readArrival } from './read-arrival.ts';
import { provenHeads, type Writer } from './relayed-heads.ts';
import { StreamTails } from './stream-tails.ts';

/** Facts of one transaction: beyond this a giant insert costs more than another commit. */
const GROUP_FACTS = 1000;

type ReceiverDeps = {
	/** Milliseconds since 1970, the server's clock. */
	now: () => number;
	epoch: () => string;
	/** Whether facts of other journals are asked for, as after a restore. Default: they are. */
	relaysAreAsked?: () => boolean;
	/** The device that a journal is enrolled with, by the registry. Default: none is known. */
	writerOf?: (journal: JournalId) => Writer | undefined;
	/** Makes the rows that a personal part reaches which came after its fact; all others are made later (projecting.ts). */
	projector?: Projector;
	/** Judges whether those who wrote them had the right. Default: nobody is judged. */
	judging?: Judging;
	log?: { warn: (details: object, message: string) => void };
	/** How long requests are gathered before a commit. Default: until the current turn of the event loop ends. */
	gather?: () => Promise<void>;
	/** Called after a commit with the orgs that have something new, how many requests shared it, and the new facts. */
	onCommitted?: (committed: { orgs: OrgId[]; requests: number; facts: readonly StoredFact[] }) => void;
};

export type Receiver = {
	receive: (request: SyncRequest, device: SyncDevice) => Promise<SyncResponse>;
	/** Requests are being committed or wait for it. */
	isBusy: () => boolean;
};

type Waiting = { incoming: Incoming; done: (answer: SyncResponse) => void; failed: (error: unknown) => void };

/**
 * The server's half of sync. One request does push and pull and may be repeated at will. Requests that arrive while others
 * gather or commit share one transaction; where a group fails, each request is tried alone, so that one cannot fail the rest.
 */
export function createReceiver(store: JournalStore, deps: ReceiverDeps): Receiver {
	const gather = deps.gather ?? (() => new Promise<void>((resolve) => setImmediate(resolve)));
	const tails = new StreamTails();
	const waiting: Waiting[] = [];
	let running = false;

	async function run(): Promise<void> {
		running = true;
		while (waiting.length > 0) {
			await gather();
			const group = nextGroup(waiting);
			await commit(group).catch((error: unknown) => group.forEach(({ failed }) => failed(error)));
		}
		running = false;
	}

	async function commit(group: Waiting[]): Promise<void> {
		const incoming = group.map((each) => each.incoming);
		let committed: Committed;
		try {
			committed = await commitGroup(store, incoming, deps.now(), {
				projector: deps.projector,
				relaysAreAsked: deps.relaysAreAsked?.(),
				judging: deps.judging
			});
		} catch (error) {
			if (group.length === 1) return group[0]!.failed(error);
			deps.log?.warn({ err: error, requests: group.length }, 'A group was not committed; each request is tried alone');
			for (const each of group) await commit([each]);
			return;
		}
		const { taken, appended, facts, placed } = committed;
		tails.add(appended, facts);
		if (placed) tails.clear();
		if (appended.length > 0)
			deps.onCommitted?.({
				orgs: [...new Set(appended.map(({ org }) => org))],
				requests: group.length,
				facts: [...facts.values()]
			});
		const asked = incoming.map((each, index) => ({ incoming: each, taken: taken[index]! }));
		const answers = await answerGroup(store, tails, asked, deps.epoch(), deps.now());
		answers.forEach((answer, index) => {
			if (answer.status === 'fulfilled') group[index]!.done(answer.value);
			else group[index]!.failed(answer.reason);
		});
	}

	const enqueue = (incoming: Incoming): Promise<SyncResponse> =>
		new Promise((done, failed) => {
			waiting.push({ incoming, done, failed });
			if (!running) void run();
		});

	return {
		isBusy: () => running,
		receive: (request, device) => {
			const incoming = { request, device, arrivals: request.facts.map(readArrival) };
			const isRelay = request.heads !== undefined && (deps.relaysAreAsked?.() ?? true);
			// A key that has ended proves nothing more, whoever has the device now.
			const key = device.isRevoked ? null : (device.key ?? null);
			if (!(request.signed && key) && !isRelay) return enqueue(incoming);
			// Off this thread, while others gather or commit.
			return Promise.all([
				request.signed && key ? provenPlace(key, request.journal, request.signed) : undefined,
				isRelay ? provenHeads(request.heads!, key, deps.writerOf ?? (() => undefined)) : []
			]).then(([signed, heads]) => enqueue({ ...incoming, signed, heads }));
		}
	};
}

async function provenPlace(key: string, journal: JournalId, place: SignedPlace): Promise<SignedPlace | undefined> {
	const { seq, hash, signature } = place;
	return (await isSignedBy(key, signature, { purpose: 'push', journal, seq, hash })) ? place : undefined;
}

/** At least one request, then as many as fit. */
function nextGroup(waiting: Waiting[]): Waiting[] {
	let facts = 0;
	let count = 0;
	for (const { incoming } of waiting) {
		facts += incoming.arrivals.length;
		if (count > 0 && facts > GROUP_FACTS) break;
		count += 1;
	}
	return waiting.splice(0, count);
}
