import { type ApplicationRow, type StoredRegister } from '#lib/journal/device-store.ts';
import { type DeviceJournal } from '#lib/journal/device-journal.ts';
import { type Outgoing } from '#lib/journal/outgoing.ts';
import { type JournalId } from '#lib/domain/fact/ids.ts';
import { type SignedHead, type SignedPlace } from '#lib/protocol/sync-messages.ts';
import {
	acknowledgedSeq,
	applyResponse,
	type OwnReport,
	deniesAcknowledged,
	placeToSign,
	planRequest
} from './sync-round.ts';
import { type SignPlace } from './place-signer.ts';
import { type Transport, type TransportFailure, type TransportResult } from './transport.ts';

/** `now`: local wall clock, ms. `report`: what the administrator's list of devices shows of this one. `sign`: absent, nothing is. */
type Line = {
	transport: Transport;
	now: () => number;
	report?: (() => OwnReport) | undefined;
	sign?: SignPlace | undefined;
};

export type ExchangePorts<A extends ApplicationRow, R extends StoredRegister> = Line & { journal: DeviceJournal<A, R> };

export type ExchangeResult =
	| {
			ok: true;
			sent: number;
			received: number;
			more: boolean;
			/** Version of the org's context at the server, where it named one. */
			context?: string;
			/** What the next exchange of the same loop can begin with. */
			next?: Ahead;
	  }
	/** `carried`: number of facts in the request that got no answer. */
	| { ok: false; reason: TransportFailure; carried: number };

/** Done during the previous exchange: the batch is read and signed, and where there is none, the next page is requested. */
export type Ahead = { outgoing?: Outgoing; proofs?: Promise<Proofs>; asked?: Promise<Asked> };
type Asked = { answer: TransportResult; sentAt: number; answeredAt: number; signed: boolean };
/** What signs the own facts of a request, and the heads that prove the relayed ones. */
type Proofs = { signed: SignedPlace | undefined; heads: SignedHead[] };

/**
 * One request and what its answer does to the store. A crash anywhere in it is harmless: what was not written is requested or sent
 * again.
 * @param limit most facts to send
 * @param ahead given by a loop that continues with `next` and calls `foldLagging` at the end; without it nothing is requested in
 *   advance, and every row is folded at once
 */
export async function exchange<A extends ApplicationRow, R extends StoredRegister>(
	{ journal, ...line }: ExchangePorts<A, R>,
	limit: number,
	ahead?: Ahead
): Promise<ExchangeResult> {
	const outgoing = ahead?.outgoing ?? (await journal.outgoing(limit));
	const asking = ahead?.asked ?? send(outgoing, await (ahead?.proofs ?? prove(outgoing, line.sign)), line);
	const last = outgoing.own.length === limit ? outgoing.own.at(-1) : undefined;
	// Read behind what the request itself needs from the store: the other way round it would leave later.
	const nextOwn = last && journal.read((reader) => reader.ownAfterSeq(last.journal, last.seq, limit));
	const nextProofs = nextOwn?.then((own) => prove({ ...outgoing, own, heads: [], toSign: [] }, line.sign));
	nextProofs?.catch(() => undefined);
	const { answer, sentAt, answeredAt, signed } = await asking;
	if (!answer.ok) return { ...answer, carried: outgoing.own.length + outgoing.relayed.length };
	const { response } = answer;
	const ackedSeq = acknowledgedSeq(response, outgoing);
	const ackedHash = hashIn(outgoing, ackedSeq) ?? (await journal.hashAt(ackedSeq));
	const effects = applyResponse(response, { outgoing, ackedHash, sentAt, answeredAt, signed });
	const { head } = await journal.state();
	const sent = outgoing.own.length + outgoing.relayed.length;
	const named = response.context === undefined ? {} : { context: response.context };
	const again = { ok: true, sent, received: 0, more: true, ...named } as const;
	if (head.journal !== outgoing.head.journal) return again;
	if (deniesAcknowledged(response, outgoing))
		await journal.contradicted({ journal: head.journal, seq: outgoing.sync.ackedSeq });
	if (effects.fork) {
		// Something was recorded meanwhile: the server may have seen it in a later request. The next answer shows it.
		if (head.seq !== outgoing.head.seq) return again;
		const sealed = await journal.seal(effects.fork, { ...effects.sync, cursor: outgoing.sync.cursor });
		return { ...again, more: sealed };
	}
	const { sync, more } = effects;
	const following: Outgoing = {
		...{ head, sync, intruded: false },
		...{ own: [], relayed: [], heads: [], toSign: [], resendAfter: null }
	};
	// Nothing to send: the next page is fetched while this one is written, and stored only after it.
	const isFetching = ahead && response.more && !outgoing.intruded && sync.ackedSeq === head.seq && !sync.resend;
	const asked = isFetching ? prove(following, line.sign).then((proofs) => send(following, proofs, line)) : undefined;
	asked?.catch(() => undefined);
	// Many pages: their rows are folded by the loop, which continues with `next`.
	const received = await journal.receive(effects.facts, sync, {
		...{ rowsMayLag: ahead !== undefined && response.more, heads: response.heads ?? [] }
	});
	if (outgoing.intruded) {
		await journal.seal({ journal: head.journal, commonSeq: effects.commonSeq, heldIds: [] }, effects.sync);
		return { ...again, received: received.added };
	}
	const done = { ok: true, sent, received: received.added, more, ...named } as const;
	if (asked) return { ...done, next: { outgoing: following, asked } };
	const isNext = more && nextOwn !== undefined && sync.ackedSeq === last?.seq && sync.resend === null;
	if (!isNext) return done;
	const next = { outgoing: { ...following, own: await nextOwn }, ...(nextProofs ? { proofs: nextProofs } : {}) };
	return { ...done, next };
}

/** Sends a request and records the times: an answer may wait before it is read. */
async function send(outgoing: Outgoing, { signed, heads }: Proofs, { transport, now, report }: Line): Promise<Asked> {
	const sentAt = now();
	const answer = await transport(planRequest(outgoing, report?.(), { signed, heads }));
	return { answer, sentAt, answeredAt: now(), signed: signed !== undefined };
}

async function prove(outgoing: Outgoing, sign: SignPlace | undefined): Promise<Proofs> {
	const { heads, toSign } = outgoing;
	if (!sign) return { signed: undefined, heads };
	const place = placeToSign(outgoing);
	return { signed: place && (await sign(place)), heads: [...heads, ...(await signedHeads(toSign, sign))] };
}

async function signedHeads(places: Outgoing['toSign'], sign: SignPlace): Promise<SignedHead[]> {
	const signed = await Promise.all(
		places.map(async (place) => ({ journal: place.journal as JournalId, made: await sign(place) }))
	);
	return signed.flatMap(({ journal, made }) => (made ? [{ journal, ...made }] : []));
}

/** Usually what was just sent, or nothing, was acknowledged: then no read of the store is needed. */
function hashIn({ own, sync }: Outgoing, seq: number): string | undefined {
	return seq === sync.ackedSeq ? sync.ackedHash : own.find((fact) => fact.seq === seq)?.hash;
}
