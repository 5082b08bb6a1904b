import { isSignedBy } from '#lib/protocol/device-key.ts';
import { type TicketRequest, type TicketResponse } from '#lib/protocol/device-messages.ts';
import { makeToken, tokenHash } from '../http/secret-token.ts';
import type { Database, Tables } from '../store/database.ts';

/** How long a ticket opens what a device may read, by the server's clock. */
const TICKET_MS = 15 * 60_000;
/** From the challenge to its signature, over a slow line. */
const CHALLENGE_MS = 2 * 60_000;

type Row = Tables['device_tickets'];
type Fresh = { [K in 'ticket_hash' | 'ticket_at' | 'before_hash' | 'before_at']: Row[K] };

/** Whether a ticket of this hash opens something now: the last one given, or the one before until its own end. */
export function isFresh({ ticket_hash, ticket_at, before_hash, before_at }: Fresh, hash: string, at: number): boolean {
	const given = hash === ticket_hash ? ticket_at : hash === before_hash ? before_at : null;
	const age = given === null ? -1 : at - Number(given);
	return age >= 0 && age < TICKET_MS;
}

type Context = {
	key: string;
	at: number;
	epoch: string;
	/** When the person who is signed in at this browser showed their password; null where nobody is. */
	unlockedAt: number | null;
};

type Asked =
	| { ok: true; answer: TicketResponse }
	/** `stale`: the challenge is another one's, was used, or has ended. */
	| { ok: false; why: 'wrongProof' | 'stale' };

/** First question: what to sign. Only the latest challenge of a key counts, once: a request that comes late finds it gone. */
export async function challengeFor(db: Database, { key, at }: Pick<Context, 'key' | 'at'>): Promise<string> {
	const challenge = makeToken();
	const challenged = { challenge_hash: tokenHash(challenge), challenge_at: at };
	await db
		.insertInto('device_tickets')
		.values({ ...NOTHING, key, ...challenged })
		.onConflict((on) => on.column('key').doUpdateSet(challenged))
		.execute();
	return challenge;
}

const NOTHING: Omit<Row, 'key'> = {
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

/**
 * Second question: a ticket for a signature over the challenge and the last ticket. A ticket that is neither the last one given nor
 * the one before is that of a copy, or of a store that was rolled back: then nobody with this key reads any more until somebody shows
 * their password at that device.
 */
export async function takeTicket(
	db: Database,
	{ challenge, last, signature }: NonNullable<TicketRequest['signed']>,
	{ key, at, epoch, unlockedAt }: Context
): Promise<Asked> {
	const lastHash = last === '' ? '' : tokenHash(last);
	if (!(await isSignedBy(key, signature, { purpose: 'ticket', challenge, last: lastHash })))
		return { ok: false, why: 'wrongProof' };
	return db.transaction().execute(async (tx): Promise<Asked> => {
		const row = await tx.selectFrom('device_tickets').selectAll().where('key', '=', key).executeTakeFirst();
		const age = at - Number(row?.challenge_at ?? 0);
		if (row?.challenge_hash !== tokenHash(challenge) || age < 0 || age > CHALLENGE_MS)
			return { ok: false, why: 'stale' };
		const used = { challenge_hash: null, challenge_at: null };
		const save = (changed: Partial<Row>) =>
			tx
				.updateTable('device_tickets')
				.set({ ...used, ...changed })
				.where('key', '=', key)
				.execute();
		const way = wayOf(row, { lastHash, epoch, unlockedAt });
		if (way === 'copied') {
			await save({ copied_at: row.copied_at ?? at });
			return { ok: true, answer: { copied: true } };
		}
		const ticket = makeToken();
		const turn = Number(row.turn) + 1;
		const before = way === 'again' ? {} : { before_hash: lastHash, before_at: way === 'next' ? row.ticket_at : null };
		await save({ ticket_hash: tokenHash(ticket), ticket_at: at, ...before, turn, epoch, copied_at: null });
		return { ok: true, answer: { ticket: { value: ticket, turn, epoch } } };
	});
}

/** `next`: the last one given was shown. `again`: the one before, so the answer was lost. `first`: none is known that could be. */
function wayOf(
	row: Row,
	{ lastHash, epoch, unlockedAt }: Pick<Context, 'epoch' | 'unlockedAt'> & { lastHash: string }
): 'first' | 'next' | 'again' | 'copied' {
	if (row.copied_at !== null) return unlockedAt !== null && unlockedAt > Number(row.copied_at) ? 'first' : 'copied';
	// A server restored from a backup has forgotten the tickets given since: it judges by those it gives itself.
	if (row.ticket_hash === null || row.epoch !== epoch) return 'first';
	if (row.ticket_hash === lastHash) return 'next';
	return row.before_hash === lastHash ? 'again' : 'copied';
}

/** An administrator vouches for whoever has this key now: what was given before opens nothing, and is no sign of a copy. */
export async function forgetTickets(db: Database, key: string): Promise<void> {
	await db.deleteFrom('device_tickets').where('key', '=', key).execute();
}
