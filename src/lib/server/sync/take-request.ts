import { type JournalId, type OrgId } from '#lib/domain/fact/ids.ts';
import { type JournalEntry } from '../store/journal-store.ts';
import {
	addStray,
	enter,
	enterStrays,
	noteHead,
	noteSigned,
	viewOf,
	type GroupState,
	type Incoming,
	type SyncDevice
} from './group-state.ts';
import { isOfOrg, type Arrival, type QuarantineCause } from './read-arrival.ts';
import { isBelieved, noteParties } from './relays.ts';
import { isOwn, judgeOwn, type OwnJudgement } from './take-own.ts';

export type Taken = Pick<OwnJudgement, 'verified' | 'fork'> & {
	/** Highest contiguous seq held of the request's own journal. */
	held: number;
	/** All that is held up to there lies under a place that the device's key signed. */
	isProven: boolean;
	/** The journal is another org's: nothing is taken and nothing answered. */
	isForeign?: true;
};

/** Works one request into the group: its own journal by its chain, then what it relays of others' journals. */
export function takeRequest(
	group: GroupState,
	{ request, device, arrivals, signed, heads = [] }: Incoming,
	at: number
): Taken {
	const known = group.journals.get(request.journal);
	if (known && known.org !== device.org && known.device !== device.id)
		return { verified: 0, fork: null, held: 0, isProven: true, isForeign: true };
	const { own = [], relayed = [] } = Object.groupBy(arrivals, (each) =>
		isOwn(each, request.journal) ? 'own' : 'relayed'
	);
	const view = viewOf(group, request.journal, device.org);
	const { take, held: again, verified, fork } = judgeOwn(request, own, view);
	const orgs = [device.org, view.state.org];
	const judged = (arrival: Arrival): QuarantineCause | null =>
		isOfOrg(arrival, orgs) ? judgedAlike(group, arrival) : 'org';
	for (const { seq, arrival } of again) {
		const place = { journal: request.journal, seq, stray: true };
		if (keep(group, arrival, judged(arrival), device, at, place) === null) group.released.push(arrival.hash);
	}
	for (const { seq, arrival } of take) {
		const text = keep(group, arrival, judged(arrival), device, at, { journal: request.journal, seq, stray: false });
		enter(group, entryOf(request.journal, seq, arrival, text), device.org, device.id);
	}
	enterStrays(group, request.journal);
	for (const arrival of relayed)
		if (mayRelay(group, arrival, device.org)) takeRelayed(group, arrival, device, at);
		// What a fork moved to another journal is held in its text there: nothing is lost by the text of before.
		else if (!group.known.has(arrival.place!.id))
			keep(group, arrival, 'journal', device, at, { journal: request.journal, seq: 0, stray: true });
	if (signed) noteSigned(group, request.journal, signed);
	for (const head of heads) noteHead(group, head, device);
	const { state } = viewOf(group, request.journal, device.org);
	return { verified, fork, held: state.held, isProven: (state.signed?.seq ?? 0) >= state.held };
}

/** What is wrong with a text whoever hands it in. */
const judgedAlike = (group: GroupState, arrival: Arrival): QuarantineCause | null =>
	arrival.cause ?? (group.notTheirs.has(arrival.place!.id) ? 'right' : null);

/** What is held already is true; what cannot be read was sent to nobody: only a device of the journal's own org can have it. */
function mayRelay({ relays, known, journals }: GroupState, arrival: Arrival, org: OrgId): boolean {
	const { place, hash } = arrival;
	if (!relays.isAsked) return false;
	if (known.get(place!.id)?.hash === hash || isBelieved(relays.parties, { arrival, org })) return true;
	const whose = journals.get(place!.journal)?.org;
	return arrival.cause !== null && (whose === undefined || whose === org);
}

/**
 * A fact of another journal, sent again after a restore. It has its place where it follows the head. Where it does not (something
 * before it is missing, or that journal forked meanwhile), it is kept all the same, without a place: it happened.
 */
function takeRelayed(group: GroupState, arrival: Arrival, device: SyncDevice, at: number): void {
	const { journal, seq, prev, id } = arrival.place!;
	const { hash } = arrival;
	const org = arrival.cause === null ? arrival.envelope.org : device.org;
	const { state } = viewOf(group, journal, org);
	const follows = seq === state.held + 1 && prev === state.heldHash;
	const isHeld = group.known.get(id)?.hash === hash;
	const placed = { journal, seq, stray: !follows, isRelayed: true };
	const text = keep(group, arrival, judgedAlike(group, arrival), device, at, placed);
	if (text === null) group.released.push(hash);
	// What cannot be read does not say whose journal it is: it must not become that of whoever relays it.
	if (arrival.cause !== null && !group.journals.has(journal)) return;
	if (follows) {
		enter(group, entryOf(journal, seq, arrival, text), org, null);
		enterStrays(group, journal);
		return;
	}
	// A text that is too much to be kept names nothing that it could follow.
	if (seq <= state.held || isHeld || text === '') return;
	addStray(group, { journal, seq, hash, prev, factId: id, isHome: text === null }, org);
	if (text !== null) group.entries.push({ ...entryOf(journal, seq, arrival, text), stray: true });
}

/**
 * Keeps what a text says, once: as a fact, or in quarantine with its cause.
 * @returns what its place must hold: null where this text became the fact's own, nothing where it is too much to be kept
 */
function keep(
	group: GroupState,
	arrival: Arrival,
	cause: QuarantineCause | null,
	device: SyncDevice,
	at: number,
	{ journal, seq, stray, isRelayed }: { journal: JournalId; seq: number; stray: boolean; isRelayed?: boolean }
): string | null {
	const { hash, text, personal, place } = arrival;
	if (cause !== null || arrival.cause !== null || place === null) {
		const quota = group.quotaOf(journal);
		const isKept = quota.takes(text.length + (personal?.text.length ?? 0));
		const kept = isKept ? { text, personal } : { text: '', personal: null };
		const item = { hash, journal, seq, cause: cause ?? 'envelope', device: device.id, at, ...kept };
		group.quarantined.push({ ...item, state: 'open', endedAt: null });
		if (isKept && quota.waits) group.filled.push(group.quarantined.at(-1)!);
		return kept.text;
	}
	if (group.relays.waiting.has(hash)) group.released.push(hash);
	const known = group.known.get(place.id);
	if (known) {
		if (known.lacksPersonal && personal) {
			group.personal.push({ id: place.id, personal, applications: arrival.applications });
			known.lacksPersonal = false;
		}
		if (known.hash !== hash) group.saidAgain.push({ id: place.id, journal });
		return text;
	}
	const { envelope, applications, declaresPersonal } = arrival;
	const lacksPersonal = declaresPersonal && personal === null;
	noteParties(group.relays, arrival);
	group.known.set(place.id, { hash, lacksPersonal });
	const { id } = place;
	const stored = {
		id,
		journal: place.journal,
		seq: place.seq,
		hash,
		text,
		type: envelope.type,
		applications,
		personal
	};
	const kept = { ...stored, device: device.id, receivedAt: at, stray, lacksPersonal };
	group.facts.push({ kept, envelope, ...(isRelayed ? { isRelayed } : {}) });
	return null;
}

function entryOf(journal: JournalId, seq: number, { hash, place }: Arrival, text: string | null): JournalEntry {
	return { journal, seq, hash, factId: place?.id ?? null, text };
}
