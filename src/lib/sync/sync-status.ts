import { type JournalState } from '#lib/journal/device-journal.ts';
import { type TransportFailure } from './transport.ts';

/** Sync status for the screens: "12 of 12 sent", time of the server's last answer, and what needs a person. */
export type SyncStatus = {
	/** Facts of the present journal that the server has acknowledged, and those that still wait here. */
	sent: number;
	queued: number;
	/** The server was restored and asked for what others wrote; some of it is still to be sent. */
	relaying: boolean;
	running: boolean;
	/** Applications whose rows are older than what was received: lists and counters are not complete yet. */
	lagging: number;
	/** Local wall clock of the server's last answer. */
	lastAnswerAt: number | null;
	failure: TransportFailure | null;
	/** Facts of this journal that the server could not read or authenticate. */
	quarantined: number;
	/** Waiting does not help: somebody must act. */
	needsAttention: boolean;
};

/** Failures that do not end by waiting. */
export const NEEDS_A_PERSON: ReadonlySet<TransportFailure> = new Set([
	'unauthorized',
	'refused',
	'tooLarge',
	'noRoom',
	'wrongHost',
	'proxySignIn',
	'stuck'
]);

export function syncStatus(
	{ head, sync, lagging }: Pick<JournalState, 'head' | 'sync' | 'lagging'>,
	running: boolean,
	failure: TransportFailure | null
): SyncStatus {
	const quarantined = sync.quarantinedCount ?? sync.quarantined.length;
	return {
		sent: Math.min(sync.ackedSeq, head.seq),
		queued: Math.max(0, head.seq - sync.ackedSeq),
		relaying: sync.resend !== null,
		running,
		lagging,
		lastAnswerAt: sync.lastAnswer?.at ?? null,
		failure,
		quarantined,
		needsAttention: quarantined > 0 || (failure !== null && NEEDS_A_PERSON.has(failure))
	};
}
