import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type SyncRequest } from '#lib/protocol/sync-messages.ts';
import { type JournalState } from '../store/journal-store.ts';
import { type Arrival } from './read-arrival.ts';

/**
 * The server's view of one journal while a group is being worked through; `hashAt` is undefined beyond the head. The head stands on
 * checked links, so whoever has the hash of one place has all places before it.
 */
export type JournalView = { state: JournalState; hashAt: (seq: number) => string | undefined };

export type Placed = { seq: number; arrival: Arrival };
export type OwnJudgement = {
	/** New at the end of the journal, in order, each linked to the one before. */
	take: Placed[];
	/** Held already with the same hash: nothing new but perhaps its personal part. */
	held: Placed[];
	/** Highest seq at which device and server were seen to hold the same, and with it everything before. */
	verified: number;
	/** The journals differ somewhere after `agreedSeq`. */
	fork: { agreedSeq: number } | null;
};

/**
 * Judges what a device pushes of its own journal. Takes nothing beyond a gap, and nothing once the journals differ: then the
 * device seals this journal and appends again to a new one what the server lacks.
 */
export function judgeOwn(request: SyncRequest, arrivals: readonly Arrival[], view: JournalView): OwnJudgement {
	const judged: OwnJudgement = { take: [], held: [], verified: 0, fork: null };
	const acked = view.hashAt(request.ackedSeq);
	if (acked !== undefined && acked !== request.ackedHash) return { ...judged, fork: { agreedSeq: 0 } };
	if (acked !== undefined) judged.verified = request.ackedSeq;
	const forked = (): OwnJudgement => ({ ...judged, fork: { agreedSeq: Math.min(request.ackedSeq, judged.verified) } });
	let { held, heldHash } = view.state;
	for (const { seq, arrival } of placeOwn(request, arrivals)) {
		if (seq > held + 1) break;
		if (seq <= held) {
			if (arrival.hash !== (seq === held ? heldHash : view.hashAt(seq))) return forked();
			judged.held.push({ seq, arrival });
		} else {
			// What cannot be read names no hash before it: it follows only what the device was seen to have.
			if (!arrival.place && judged.verified < held) break;
			if (arrival.place && arrival.place.prev !== heldHash) return forked();
			judged.take.push({ seq, arrival });
			({ held, heldHash } = { held: seq, heldHash: arrival.hash });
		}
		judged.verified = Math.max(judged.verified, seq);
	}
	return view.state.highest > request.lastSeq ? forked() : judged;
}

/** Whether a pushed text belongs to the pusher's own journal; what cannot be read at all is taken as its own. */
export function isOwn(arrival: Arrival, journal: JournalId): boolean {
	return arrival.place === null || arrival.place.journal === journal;
}

/**
 * Gives each text its seq. One that cannot be read has the place that the next fact's `prev` proves, else the place after the
 * one before it.
 */
function placeOwn(request: SyncRequest, arrivals: readonly Arrival[]): Placed[] {
	const bySuccessor = new Map(arrivals.flatMap(({ place }) => (place ? [[place.prev, place.seq - 1] as const] : [])));
	let last = request.ackedSeq;
	return arrivals
		.map((arrival) => {
			last = arrival.place?.seq ?? bySuccessor.get(arrival.hash) ?? last + 1;
			return { seq: last, arrival };
		})
		.sort((a, b) => a.seq - b.seq);
}
