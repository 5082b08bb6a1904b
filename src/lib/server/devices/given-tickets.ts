import { type TicketResponse } from '#lib/protocol/device-messages.ts';
import { tokenHash } from '../http/secret-token.ts';
import type { Tables } from '../store/database.ts';

/** How long a ticket opens what a device may read, by the server's clock. */
const TICKET_MS = 15 * 60_000;

export type TicketRow = Omit<Tables['device_tickets'], 'key'>;
type Fresh = { [K in 'ticket_hash' | 'ticket_at' | 'before_hash' | 'before_at']: TicketRow[K] };

/** Of a key that was given none yet. */
export const NO_TICKETS: TicketRow = {
	ticket_hash: null,
	ticket_at: null,
	before_hash: null,
	before_at: null,
	turn: 0,
	epoch: null,
	challenge_hash: null,
	challenge_at: null,
	copied_at: null
};

/** Whether a ticket of this hash opens something now: the last one given, or the one before until its own end. */
export function isFresh({ ticket_hash, ticket_at, before_hash, before_at }: Fresh, hash: string, at: number): boolean {
	const since = hash === ticket_hash ? ticket_at : hash === before_hash ? before_at : null;
	const age = since === null ? -1 : at - Number(since);
	return age >= 0 && age < TICKET_MS;
}

export type TicketContext = {
	at: number;
	/** Of tickets: another one wherever those given before may be unknown. */
	epoch: string;
	/** When the person who is signed in at this browser showed their password; null where nobody is. */
	unlockedAt: number | null;
};
type Shown = {
	/** Hash of the last ticket that the browser got; empty where it got none. */
	lastHash: string;
	/** The next one, should it be given. */
	ticket: string;
};

/**
 * What is given to whoever shows a last ticket. One that is neither the last given nor the one before is that of a copy, or of a store
 * that was rolled back: then nobody with this key reads any more until somebody shows their password at that device.
 */
export function given(
	row: TicketRow,
	{ lastHash, ticket }: Shown,
	{ at, epoch, unlockedAt }: TicketContext
): { changed: Partial<TicketRow>; answer: TicketResponse } {
	const way = wayOf(row, { lastHash, epoch, unlockedAt });
	if (way === 'copied') return { changed: { copied_at: row.copied_at ?? at }, answer: { copied: true } };
	const turn = Number(row.turn) + 1;
	const before = way === 'again' ? {} : { before_hash: lastHash, before_at: way === 'next' ? row.ticket_at : null };
	return {
		changed: { ticket_hash: tokenHash(ticket), ticket_at: at, ...before, turn, epoch, copied_at: null },
		answer: { ticket: { value: ticket, turn, epoch } }
	};
}

/** `next`: the last one given was shown. `again`: the one before, so the answer was lost. `first`: none is known that could be. */
function wayOf(
	row: TicketRow,
	{ lastHash, epoch, unlockedAt }: Omit<TicketContext, 'at'> & Pick<Shown, 'lastHash'>
): 'first' | 'next' | 'again' | 'copied' {
	if (row.copied_at !== null) return unlockedAt !== null && unlockedAt > Number(row.copied_at) ? 'first' : 'copied';
	// A server that was started anew may have been restored, and know none of those given since: it judges by those it gives itself.
	if (row.ticket_hash === null || row.epoch !== epoch) return 'first';
	if (row.ticket_hash === lastHash) return 'next';
	return row.before_hash === lastHash ? 'again' : 'copied';
}
