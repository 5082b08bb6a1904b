import { type ApplicationRow, type RegisterRow } from '../journal/device-store';
import { type DeviceJournal } from '../journal/device-journal';
import { type Outgoing } from '../journal/outgoing';
import { acknowledgedSeq, applyResponse, planRequest } from './sync-round';
import { type Transport, type TransportFailure } from './transport';

export type ExchangePorts<A extends ApplicationRow, R extends RegisterRow> = {
	journal: DeviceJournal<A, R>;
	transport: Transport;
	/** Local wall clock, ms. */
	now: () => number;
};

export type ExchangeResult =
	| {
			ok: true;
			sent: number;
			received: number;
			more: boolean;
			/** The next batch, read while this one was under way. */
			next?: Outgoing;
	  }
	| { ok: false; reason: TransportFailure };

/**
 * One request and what its answer does to the store. A crash anywhere in it is harmless: what was not written is asked for
 * or sent again.
 * @param limit most facts to send
 */
export async function exchange<A extends ApplicationRow, R extends RegisterRow>(
	{ journal, transport, now }: ExchangePorts<A, R>,
	limit: number,
	prepared?: Outgoing
): Promise<ExchangeResult> {
	const outgoing = prepared ?? (await journal.outgoing(limit));
	const last = outgoing.own.length === limit ? outgoing.own.at(-1) : undefined;
	const ahead = last && journal.read((reader) => reader.ownAfterSeq(last.journal, last.seq, limit));
	const sentAt = now();
	const answer = await transport(planRequest(outgoing));
	if (!answer.ok) return answer;
	const { response } = answer;
	const ackedSeq = acknowledgedSeq(response, outgoing);
	const ackedHash = hashIn(outgoing, ackedSeq) ?? (await journal.hashAt(ackedSeq));
	const effects = applyResponse(response, { outgoing, ackedHash, sentAt, answeredAt: now() });
	const { head } = await journal.state();
	const sent = outgoing.own.length + outgoing.relayed.length;
	const again = { ok: true, sent, received: 0, more: true } as const;
	if (head.journal !== outgoing.head.journal) return again;
	if (effects.fork) {
		// Something was recorded meanwhile: the server may have seen it in a later request. The next answer tells.
		if (head.seq !== outgoing.head.seq) return again;
		const sealed = await journal.seal(effects.fork, { ...effects.sync, cursor: outgoing.sync.cursor });
		return { ...again, more: sealed };
	}
	const received = await journal.receive(effects.facts, effects.sync);
	if (outgoing.intruded) {
		await journal.seal({ journal: head.journal, commonSeq: effects.commonSeq, heldIds: [] }, effects.sync);
		return { ok: true, sent, received: received.added, more: true };
	}
	const { sync, more } = effects;
	const isNext = more && ahead !== undefined && sync.ackedSeq === last?.seq && sync.resend === null;
	const next = isNext ? { head, sync, intruded: false, own: await ahead, relayed: [], resendAfter: null } : undefined;
	return { ok: true, sent, received: received.added, more, next };
}

/** Usually what was just sent, or nothing, was acknowledged: then the store need not be asked. */
function hashIn({ own, sync }: Outgoing, seq: number): string | undefined {
	return seq === sync.ackedSeq ? sync.ackedHash : own.find((fact) => fact.seq === seq)?.hash;
}
