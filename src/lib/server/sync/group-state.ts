import { type FactId, type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type PersonalPart } from '#lib/domain/fact/stored-fact.ts';
import {
	type JournalEntry,
	type JournalReads,
	type JournalState,
	type KeptFact,
	type KnownFact,
	type QuarantineItem,
	type Stray
} from '../store/journal-store.ts';
import { type Arrival, type ReadEnvelope } from './read-arrival.ts';
import { QuarantineQuota } from './quarantine-quota.ts';
import { readRelays, type Relayed, type Relays } from './relays.ts';
import { serversFacts } from './rights.ts';
import { rangesOf } from './group-ranges.ts';
import { type HeardVerdict, isVerdict } from '../verdicts/hear-verdicts.ts';
import { isOwn, type JournalView } from './take-own.ts';
import { type SignedHead, type SignedPlace, type SyncRequest, type Withheld } from '#lib/protocol/sync-messages.ts';

/** `isRevoked`, `withheld`: its facts are taken, and it is answered none. `key`: public half of its key, where it has one. */
export type SyncDevice = {
	id: string;
	org: OrgId;
	isRevoked?: boolean;
	key?: string | null;
	withheld?: Withheld | null;
};
/** A signed place of a relayed journal. `isOwn`: signed by the key of the device that relays it, for a journal that nobody is enrolled with. */
export type RelayedHead = SignedHead & { isOwn: boolean };

/** `signed`: a place of the request's journal that the device's key has signed indeed; `heads`: those of others, by their keys. */
export type Incoming = {
	request: SyncRequest;
	device: SyncDevice;
	arrivals: Arrival[];
	signed?: SignedPlace | undefined;
	heads?: readonly RelayedHead[];
};

/** A fact new to the server, with what delivery must know of it. */
export type NewFact = {
	kept: KeptFact;
	envelope: ReadEnvelope;
	/** Another device than that of its journal brought it. */
	isRelayed?: boolean;
};

/**
 * The journals, as read once for a whole group of requests, and all that the group will write. Requests are worked through
 * in memory one after the other, so that each sees what those before it brought.
 */
export type GroupState = {
	journals: Map<JournalId, JournalState>;
	changed: Set<JournalId>;
	known: Map<FactId, KnownFact>;
	/** Hashes of places up to the journals' heads. */
	places: Map<JournalId, Map<number, string>>;
	/** Texts ahead of the heads that wait for their place, in order of arrival. */
	strays: Map<JournalId, Stray[]>;
	entries: JournalEntry[];
	/** Strays to which a head has come. */
	placed: Stray[];
	facts: NewFact[];
	/** Facts that are known by another text: what proves this one may prove them. */
	saidAgain: { id: FactId; journal: JournalId }[];
	/** Journals of which a higher place is signed now, or the device became known. */
	signedNow: Set<JournalId>;
	personal: { id: FactId; personal: PersonalPart; applications: string[] }[];
	quarantined: QuarantineItem[];
	/** Those among them whose texts were too much to be kept before. */
	filled: QuarantineItem[];
	quotaOf: (journal: JournalId) => QuarantineQuota;
	/** Facts that only the server writes, from a device. */
	notTheirs: ReadonlySet<FactId>;
	/** Verdicts among them of a server before a restore. */
	heard: HeardVerdict[];
	/** What is known of those who relay facts of other journals. */
	relays: Relays;
	/** Hashes of texts that were held in quarantine and turned out sound. */
	released: string[];
};

/** Reads in bulk what judging this group needs. */
export async function readGroup(
	reads: JournalReads,
	group: readonly Incoming[],
	relaysAreAsked = true
): Promise<GroupState> {
	const all = group.flatMap(({ arrivals }) => arrivals);
	const arrived = all.flatMap(({ place }) => (place ? [place] : []));
	const proven = group.flatMap(({ heads = [] }) => heads);
	const ids = [
		...new Set([
			...group.map(({ request }) => request.journal),
			...[...arrived, ...proven].map(({ journal }) => journal)
		])
	];
	const journals = await reads.journals(ids);
	const { held, ahead } = rangesOf(group, journals);
	const places: GroupState['places'] = new Map();
	if (held.length > 0)
		for (const { journal, seq, hash } of await reads.entries(held)) placesIn(places, journal).set(seq, hash);
	const known =
		arrived.length === 0
			? new Map<FactId, KnownFact>()
			: await reads.knownFacts([...new Set(arrived.map(({ id }) => id))]);
	const isHeld = ({ place, hash }: Arrival): boolean => place !== null && known.get(place.id)?.hash === hash;
	const strays = ahead.length > 0 ? await reads.strays(ahead) : [];
	const quotas = new Map<JournalId, QuarantineQuota>();
	for (const [journal, open] of group.some(hasTroubles) ? await reads.quarantines(ids, 0) : [])
		quotas.set(journal, new QuarantineQuota(open));
	return {
		journals,
		changed: new Set(),
		known,
		places,
		strays: Map.groupBy(strays, ({ journal }) => journal),
		entries: [],
		placed: [],
		facts: [],
		saidAgain: [],
		signedNow: new Set(),
		personal: [],
		quarantined: [],
		filled: [],
		notTheirs: serversFacts(all, isHeld),
		heard: relaysAreAsked ? all.flatMap((arrival) => (isHeld(arrival) ? [] : verdictIn(arrival))) : [],
		relays: await readRelays(reads, all, group.flatMap(relayedBy), relaysAreAsked),
		quotaOf: (journal) => {
			const quota = quotas.get(journal) ?? new QuarantineQuota(undefined);
			quotas.set(journal, quota);
			return quota;
		},
		released: []
	};
}

/** Read in its own form; the envelope of a known type has all its fields. */
const verdictIn = (arrival: Arrival): HeardVerdict[] =>
	arrival.cause === null && isVerdict(arrival.envelope) ? [arrival.envelope] : [];

const relayedBy = ({ request, device, arrivals }: Incoming): Relayed[] =>
	arrivals.flatMap((arrival) => (isOwn(arrival, request.journal) ? [] : [{ arrival, org: device.org }]));

/** A request without them, as nearly all are, asks for no quota: what is of another org comes once in a device's life. */
const hasTroubles = ({ arrivals, device }: Incoming): boolean =>
	arrivals.some((arrival) => arrival.cause !== null || arrival.envelope.org !== device.org);

/** The journal as this group has left it so far; `org` is the first one of a journal that was never seen. */
export function viewOf(group: GroupState, journal: JournalId, org: OrgId): JournalView {
	const state = group.journals.get(journal) ?? {
		journal,
		device: null,
		org,
		held: 0,
		heldHash: '',
		highest: 0,
		signed: null
	};
	const hashAt = (seq: number): string | undefined => {
		if (seq === 0) return '';
		if (seq >= state.held) return seq === state.held ? state.heldHash : undefined;
		return group.places.get(journal)?.get(seq);
	};
	return { state, hashAt };
}

/**
 * A signature at a place of the chain vouches for all before it; one at a place that the chain does not have is worth nothing.
 * @param device whose journal it is from now on, where nobody is known to have sent it
 */
export function noteSigned(group: GroupState, journal: JournalId, signed: SignedPlace, device?: string): void {
	const known = group.journals.get(journal);
	if (!known || signed.seq <= (known.signed?.seq ?? 0)) return;
	if (viewOf(group, journal, known.org).hashAt(signed.seq) !== signed.hash) return;
	const state = device === undefined ? known : { ...known, device };
	group.journals.set(journal, { ...state, signed });
	group.changed.add(journal);
	group.signedNow.add(journal);
}

/** The journal of a head that the relaying device signed becomes that device's, unless another one is known to have sent it. */
export function noteHead(group: GroupState, { isOwn, journal, ...signed }: RelayedHead, device: SyncDevice): void {
	const state = group.journals.get(journal);
	if (!state) return;
	if (!isOwn) return noteSigned(group, journal, signed);
	if (state.org === device.org && (state.device ?? device.id) === device.id)
		noteSigned(group, journal, signed, device.id);
}

/**
 * Puts an entry into the place after the head. The caller has checked its link: a head moves along checked links only.
 * `device` is null where another one relayed it.
 */
export function enter(group: GroupState, entry: JournalEntry, org: OrgId, device: string | null): void {
	const { journal, seq, hash, text } = entry;
	const waits = (each: Stray): boolean => each.seq === seq && each.hash === hash;
	// The place of a text that is held already is where it lies.
	const stray = text === null ? undefined : group.strays.get(journal)?.find(waits);
	if (stray) group.placed.push(stray);
	else group.entries.push(entry);
	const { state } = viewOf(group, journal, org);
	if (state.device === null && device !== null) group.signedNow.add(journal);
	moveHead(group, { ...state, device: device ?? state.device }, entry);
}

/** The head goes on over strays, each of which names the hash before it. */
export function enterStrays(group: GroupState, journal: JournalId): void {
	const waiting = group.strays.get(journal);
	if (!waiting) return;
	for (;;) {
		const state = group.journals.get(journal)!;
		const next = waiting.find(({ seq, prev }) => seq === state.held + 1 && prev === state.heldHash);
		if (!next) return;
		group.placed.push(next);
		moveHead(group, state, next);
	}
}

/** Holds a text without its place: what is before it is missing, or another text. */
export function addStray(group: GroupState, stray: Stray, org: OrgId): void {
	const { state } = viewOf(group, stray.journal, org);
	group.strays.set(stray.journal, [...(group.strays.get(stray.journal) ?? []), stray]);
	group.journals.set(stray.journal, { ...state, highest: Math.max(state.highest, stray.seq) });
	group.changed.add(stray.journal);
}

function moveHead(group: GroupState, state: JournalState, { journal, seq, hash }: Stray | JournalEntry): void {
	const places = placesIn(group.places, journal);
	// The head of before is one place among others now, and nobody has looked it up.
	if (state.held > 0) places.set(state.held, state.heldHash);
	places.set(seq, hash);
	group.journals.set(journal, { ...state, held: seq, heldHash: hash, highest: Math.max(state.highest, seq) });
	group.changed.add(journal);
}

function placesIn(places: GroupState['places'], journal: JournalId): Map<number, string> {
	const bySeq = places.get(journal) ?? new Map<number, string>();
	places.set(journal, bySeq);
	return bySeq;
}
