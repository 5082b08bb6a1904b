import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type SyncState } from '#lib/journal/device-meta.ts';
import { type Outgoing } from '#lib/journal/outgoing.ts';
import { type Fork } from '#lib/journal/seal-journal.ts';
import { type Place } from './place-signer.ts';
import {
	type DeviceReport,
	PROTOCOL_VERSION,
	type SignedHead,
	type SignedPlace,
	type SyncRequest,
	type SyncResponse,
	type WireFact
} from '#lib/protocol/sync-messages.ts';

/** What the device tells of itself, but its clock. */
export type OwnReport = Omit<DeviceReport, 'clockOffsetMs'>;

/** The request that reports what this store has and asks for what it lacks. */
export function planRequest(
	{ head, sync, own, relayed }: Outgoing,
	report?: OwnReport,
	{ signed, heads = [] }: { signed?: SignedPlace | undefined; heads?: readonly SignedHead[] } = {}
): SyncRequest {
	return {
		protocol: PROTOCOL_VERSION,
		journal: head.journal,
		lastSeq: head.seq,
		ackedSeq: sync.ackedSeq,
		ackedHash: sync.ackedHash,
		cursor: sync.cursor,
		facts: [...own, ...relayed].map(wireFactOf),
		...(signed ? { signed } : {}),
		...(heads.length > 0 ? { heads: [...heads] } : {}),
		...(report ? { report: { ...report, clockOffsetMs: sync.lastAnswer?.offsetMs ?? null } } : {})
	};
}

/**
 * The place of the own journal that is to be signed with a request: the last fact that it sends, else the acknowledged one, where the
 * server lacks a signature. Nothing: then the server has all it needs.
 */
export function placeToSign({ head: { journal }, sync, own }: Outgoing): Place | undefined {
	const last = own.at(-1);
	if (last) return { journal, seq: last.seq, hash: last.hash };
	return sync.unproven && sync.ackedSeq > 0 ? { journal, seq: sync.ackedSeq, hash: sync.ackedHash } : undefined;
}

export const wireFactOf = ({ text, personal }: StoredFact): WireFact => ({ text, personal });

/** State of the device besides the answer. */
type AnswerContext = {
	outgoing: Outgoing;
	/** Hash of the own fact at `acknowledgedSeq`; undefined where this store has none. */
	ackedHash: string | undefined;
	/** Local wall clock when the request left and when the answer came, ms. */
	sentAt: number;
	answeredAt: number;
	/** The request signed a place: where the server still lacks a signature, asking again at once brings nothing. */
	signed?: boolean;
};

/** Effects of an answer on the store. Nothing is ever deleted: an acknowledgement only moves a number. */
type Effects = {
	/** To be written together with `facts`. */
	sync: SyncState;
	facts: WireFact[];
	/** To be sealed before the facts are stored: they may contain what the copy of this store wrote. */
	fork: Fork | null;
	/** The server holds this store's facts up to here: it compared the hashes of this very request. */
	commonSeq: number;
	/** There is more to send or to fetch right now. */
	more: boolean;
};

/** Reads an answer. Pure: the same answer applied twice gives the same state. */
export function applyResponse(response: SyncResponse, context: AnswerContext): Effects {
	const { outgoing, ackedHash } = context;
	const { head, sync } = outgoing;
	// An answer with a seq that this store does not have acknowledges nothing of this store.
	const acked = ackedHash === undefined ? null : { ackedSeq: acknowledgedSeq(response, outgoing), ackedHash };
	const resend = response.wants
		? { wants: response.wants, pass: 'naming' as const, after: { journal: '', seq: 0 } }
		: outgoing.resendAfter;
	const isLowered = response.ackedSeq < sync.ackedSeq;
	const next: SyncState = {
		epoch: response.epoch,
		ackedSeq: acked?.ackedSeq ?? sync.ackedSeq,
		ackedHash: acked?.ackedHash ?? sync.ackedHash,
		...(isLowered ? { lowered: true } : {}),
		cursor: cursorAfter(response, sync),
		resend,
		lastAnswer: { at: context.answeredAt, offsetMs: offsetOf(response.serverTime, context) },
		quarantined: response.quarantined,
		...(response.quarantinedCount === undefined ? {} : { quarantinedCount: response.quarantinedCount }),
		...(response.revoked ? { revoked: true } : {}),
		...(response.withheld ? { withheld: response.withheld } : {}),
		...(response.unproven ? { unproven: true } : {})
	};
	const fork: Fork | null = response.forked
		? { journal: head.journal, commonSeq: response.forked.agreedSeq ?? 0, heldIds: response.forked.heldIds }
		: null;
	const commonSeq = isLowered ? 0 : next.ackedSeq;
	const moved = next.ackedSeq !== sync.ackedSeq || resend !== sync.resend || fork !== null;
	// Once: a browser that cannot sign has nothing to add.
	const isToSign = response.unproven === true && !context.signed && !sync.unproven && next.ackedSeq > 0;
	const unsent = head.seq > next.ackedSeq || resend !== null;
	return {
		sync: next,
		facts: response.revoked ? [] : response.facts,
		fork,
		commonSeq,
		more: response.more || (unsent && moved) || isToSign
	};
}

/**
 * An answer that withholds what there is to read moves no cursor; the first of all tells its epoch, so that a restore before anything
 * was read is noticed.
 */
const cursorAfter = ({ revoked, withheld, cursor }: SyncResponse, sync: SyncState): SyncState['cursor'] =>
	revoked ? sync.cursor : withheld ? (sync.cursor ?? cursor) : cursor;

/**
 * Whether the server has, in one epoch, acknowledged a place and holds another text there now. After a restore it may: then the epoch is
 * another. What a copy of this store sent lies after the acknowledged places.
 */
export const deniesAcknowledged = ({ epoch, forked }: SyncResponse, { sync }: Outgoing): boolean =>
	forked !== undefined && epoch === sync.epoch && !sync.lowered && (forked.agreedSeq ?? sync.ackedSeq) < sync.ackedSeq;

/**
 * The last own seq that an answer acknowledges: none beyond what was sent. A copy of the store may have sent the seqs after that,
 * and the server cannot distinguish them before it has ours.
 */
export function acknowledgedSeq(response: SyncResponse, { own, sync }: Outgoing): number {
	return Math.min(response.ackedSeq, Math.max(sync.ackedSeq, own.at(-1)?.seq ?? 0));
}

/** Server's clock minus ours, at the middle of the exchange: both ways are assumed to take equally long. */
function offsetOf(serverTime: number, { sentAt, answeredAt }: AnswerContext): number {
	return Math.round(serverTime - (sentAt + answeredAt) / 2);
}
