import { type OrgId } from '../../domain/fact/ids';
import { type SyncRequest, type SyncResponse } from '../../protocol/sync-messages';
import { type JournalStore, type Projector } from '../store/journal-store';
import { commitGroup } from './commit-group';
import { type Incoming, type SyncDevice } from './group-state';
import { pull } from './pull';
import { readArrival } from './read-arrival';
import { type Taken } from './take-request';

/** Facts of one transaction: beyond this a giant insert costs more than another commit. */
const GROUP_FACTS = 1000;

export type ReceiverDeps = {
	/** Milliseconds since 1970, the server's clock. */
	now: () => number;
	epoch: () => string;
	/** Makes the row of the projection; without it nothing is projected. */
	projector?: Projector;
	log?: { warn: (details: object, message: string) => void };
	/** How long requests are gathered before a commit. Default: until the current turn of the event loop ends. */
	gather?: () => Promise<void>;
	/** Told after a commit which orgs have something new, and how many requests shared it. */
	onCommitted?: (committed: { orgs: OrgId[]; requests: number }) => void;
};

export type Receiver = { receive: (request: SyncRequest, device: SyncDevice) => Promise<SyncResponse> };

type Waiting = { incoming: Incoming; done: (taken: Taken) => void; failed: (error: unknown) => void };

/**
 * The server's half of sync. One request does push and pull and may be repeated at will. Requests that arrive while others
 * gather or commit share one transaction; where a group fails, each request is tried alone, so that one cannot fail the rest.
 */
export function createReceiver(store: JournalStore, deps: ReceiverDeps): Receiver {
	const gather = deps.gather ?? (() => new Promise<void>((resolve) => setImmediate(resolve)));
	const waiting: Waiting[] = [];
	let running = false;

	async function run(): Promise<void> {
		running = true;
		while (waiting.length > 0) {
			await gather();
			await commit(nextGroup(waiting));
		}
		running = false;
	}

	async function commit(group: Waiting[]): Promise<void> {
		const incoming = group.map((each) => each.incoming);
		try {
			const { taken, orgs } = await commitGroup(store, incoming, deps.now(), deps.projector);
			deps.onCommitted?.({ orgs, requests: group.length });
			group.forEach((each, index) => each.done(taken[index]!));
		} catch (error) {
			if (group.length === 1) return group[0]!.failed(error);
			deps.log?.warn({ error, requests: group.length }, 'A group could not be committed; each request is tried alone');
			for (const each of group) await commit([each]);
		}
	}

	function take(incoming: Incoming): Promise<Taken> {
		return new Promise((done, failed) => {
			waiting.push({ incoming, done, failed });
			if (!running) void run();
		});
	}

	return {
		async receive(request, device) {
			const taken = await take({ request, device, arrivals: request.facts.map(readArrival) });
			return answer(store, request, device, taken, deps);
		}
	};
}

async function answer(
	store: JournalStore,
	request: SyncRequest,
	device: SyncDevice,
	{ verified, fork }: Taken,
	deps: ReceiverDeps
): Promise<SyncResponse> {
	const { journal } = request;
	const epoch = deps.epoch();
	const { wasReset, ...pulled } = await pull(store, request, device, fork ? 0 : verified, epoch);
	const held = (await store.journals([journal])).get(journal)?.held ?? 0;
	const quarantined = await store.quarantined({ journals: [journal], state: 'open' });
	return {
		epoch,
		ackedSeq: held,
		...(fork ? { forked: { agreedSeq: fork.agreedSeq, heldIds: await store.heldIds(journal, fork.agreedSeq) } } : {}),
		quarantined: quarantined.map(({ hash, journal, seq, cause }) => ({ hash, journal, seq, reason: cause })),
		...pulled,
		serverTime: deps.now(),
		...(wasReset ? { wants: await store.heldSeqs() } : {})
	};
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
