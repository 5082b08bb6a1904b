import { type FactId, type JournalId, type OrgId } from '../../domain/fact/ids';
import { type PersonalPart } from '../../domain/fact/stored-fact';
import {
	type JournalEntry,
	type JournalReads,
	type JournalState,
	type KeptFact,
	type QuarantineItem
} from '../store/journal-store';
import { type Arrival, type ReadEnvelope } from './read-arrival';
import { QuarantineQuota } from './quarantine-quota';
import { advance, isOwn, type JournalView } from './take-own';
import { type SyncRequest } from '../../protocol/sync-messages';

export type SyncDevice = { id: string; org: OrgId };
export type Incoming = { request: SyncRequest; device: SyncDevice; arrivals: Arrival[] };

/** A fact new to the server, with what delivery must know of it. */
export type NewFact = { kept: KeptFact; envelope: ReadEnvelope };

/**
 * The journals, as read once for a whole group of requests, and all that the group will write. Requests are worked through
 * in memory one after the other, so that each sees what those before it brought.
 */
export type GroupState = {
	journals: Map<JournalId, JournalState>;
	changed: Set<JournalId>;
	known: Map<FactId, { lacksPersonal: boolean }>;
	hashAt: (journal: JournalId, seq: number) => string | undefined;
	addEntry: (entry: JournalEntry) => void;
	entries: JournalEntry[];
	facts: NewFact[];
	personal: { id: FactId; personal: PersonalPart; applications: string[] }[];
	quarantined: QuarantineItem[];
	/** Those among them whose texts were too much to be kept before. */
	filled: QuarantineItem[];
	quotaOf: (journal: JournalId) => QuarantineQuota;
	/** Hashes of texts that were held in quarantine and turned out sound. */
	released: string[];
};

/** Reads in bulk what judging this group needs. */
export async function readGroup(reads: JournalReads, group: readonly Incoming[]): Promise<GroupState> {
	const places = group.flatMap(({ arrivals }) => arrivals.flatMap(({ place }) => (place ? [place] : [])));
	const ids = [...new Set([...group.map(({ request }) => request.journal), ...places.map(({ journal }) => journal)])];
	const journals = await reads.journals(ids);
	const held = new Map<JournalId, Map<number, string>>();
	const ranges = group.flatMap((incoming) => rangesOf(incoming, journals));
	if (ranges.length > 0)
		for (const { journal, seq, hash } of await reads.entries(ranges)) put(held, journal, seq, hash);
	const entries: JournalEntry[] = [];
	const quotas = new Map<JournalId, QuarantineQuota>();
	for (const [journal, open] of group.some(hasTroubles) ? await reads.quarantines(ids, 0) : [])
		quotas.set(journal, new QuarantineQuota(open));
	return {
		journals,
		changed: new Set(),
		known: places.length === 0 ? new Map() : await reads.knownFacts([...new Set(places.map(({ id }) => id))]),
		hashAt: (journal, seq) => held.get(journal)?.get(seq),
		addEntry: (entry) => {
			entries.push(entry);
			put(held, entry.journal, entry.seq, entry.hash);
		},
		entries,
		facts: [],
		personal: [],
		quarantined: [],
		filled: [],
		quotaOf: (journal) => {
			const quota = quotas.get(journal) ?? new QuarantineQuota(undefined);
			quotas.set(journal, quota);
			return quota;
		},
		released: []
	};
}

/** A request without them, as nearly all are, asks for no quota: what is of another org comes once in a device's life. */
const hasTroubles = ({ arrivals, device }: Incoming): boolean =>
	arrivals.some((arrival) => arrival.cause !== null || arrival.envelope.org !== device.org);

/** The journal as this group has left it so far; `org` is the first one of a journal that was never seen. */
export function viewOf(group: GroupState, journal: JournalId, org: OrgId): JournalView {
	const state = group.journals.get(journal) ?? { journal, device: null, org, held: 0, heldHash: '', highest: 0 };
	const hashAt = (seq: number): string | undefined => {
		if (seq === 0) return '';
		return seq === state.held ? state.heldHash : group.hashAt(journal, seq);
	};
	return { state, hashAt };
}

/** Puts an entry into its place and moves the journal's state. `device` is null where another one relayed it. */
export function enter(group: GroupState, entry: JournalEntry, org: OrgId, device: string | null): void {
	const view = viewOf(group, entry.journal, org);
	group.addEntry(entry);
	const next = entry.seq === view.state.held + 1 ? advance(entry.seq, entry.hash, view) : {};
	group.journals.set(entry.journal, {
		...view.state,
		...next,
		device: device ?? view.state.device,
		highest: Math.max(view.state.highest, entry.seq)
	});
	group.changed.add(entry.journal);
}

/**
 * Which places must be looked up. In the steady state none: the acknowledged seq is the head, whose hash the journal's row
 * holds, and all that is pushed lies after it.
 */
function rangesOf({ request, arrivals }: Incoming, journals: ReadonlyMap<JournalId, JournalState>) {
	const wanted = new Map<JournalId, { from: number; to: number }>();
	const widen = (journal: JournalId, from: number, to: number): void => {
		const range = wanted.get(journal);
		wanted.set(journal, { from: Math.min(from, range?.from ?? from), to: Math.max(to, range?.to ?? to) });
	};
	for (const arrival of arrivals) {
		const { place } = arrival;
		if (place) widen(place.journal, isOwn(arrival, request.journal) ? place.seq : place.seq - 1, place.seq + 1);
	}
	if (arrivals.some(({ place }) => place === null))
		widen(request.journal, request.ackedSeq, request.ackedSeq + arrivals.length);
	const ranges = [...wanted].map(([journal, range]) => ({ journal, ...range }));
	ranges.push({ journal: request.journal, from: request.ackedSeq, to: request.ackedSeq });
	return ranges
		.flatMap(({ journal, from, to }) => {
			const state = journals.get(journal);
			if (!state) return [];
			const ahead = state.highest > state.held && to > state.held;
			return [{ journal, from, to: ahead ? state.highest : Math.min(to, state.highest) }];
		})
		.filter(({ journal, from, to }) => from <= to && !(from === to && from === journals.get(journal)?.held));
}

function put(held: Map<JournalId, Map<number, string>>, journal: JournalId, seq: number, hash: string): void {
	const bySeq = held.get(journal) ?? new Map<number, string>();
	held.set(journal, bySeq.set(seq, hash));
}
