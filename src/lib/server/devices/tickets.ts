import { sql } from 'kysely';
import { isSignedBy } from '#lib/protocol/device-key.ts';
import { type TicketRequest, type TicketResponse } from '#lib/protocol/device-messages.ts';
import { makeToken, tokenHash } from '../http/secret-token.ts';
import type { Database } from '../store/database.ts';
import { isPostgres } from '../store/engine.ts';
import { transact } from '../store/transact.ts';
import { given, NO_TICKETS, type TicketContext } from './given-tickets.ts';

/** Of the tickets of this process. */
const OWN_EPOCH = makeToken();

/**
 * Tickets begin anew with each start of the server. A database that was copied back where no fact had come since its backup has the
 * same epoch as before, and yet knows none of the tickets given since. Of several processes on one database each must know those of the
 * others: there they begin anew with a database, and with each timeline of it, which a recovery or another primary begins.
 */
async function ticketEpoch(db: Database): Promise<string> {
	if (!isPostgres(db)) return OWN_EPOCH;
	const { rows } = await sql<{ epoch: string }>`
		select d.oid || ' ' || left(pg_walfile_name(pg_current_wal_lsn()), 8) as epoch
		from pg_database d where d.datname = current_database()`.execute(db);
	return rows[0]!.epoch;
}

/** From the challenge to its signature, over a slow line. */
const CHALLENGE_MS = 2 * 60_000;

type Context = Omit<TicketContext, 'epoch'> & { key: string; epoch?: string };

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
		.values({ ...NO_TICKETS, key, ...challenged })
		.onConflict((on) => on.column('key').doUpdateSet(challenged))
		.execute();
	return challenge;
}

/**
 * Second question: a ticket for a signature over the challenge and the last ticket.
 */
export async function takeTicket(
	db: Database,
	{ challenge, last, signature }: NonNullable<TicketRequest['signed']>,
	{ key, at, epoch, unlockedAt }: Context
): Promise<Asked> {
	const lastHash = last === '' ? '' : tokenHash(last);
	if (!(await isSignedBy(key, signature, { purpose: 'ticket', challenge, last: lastHash })))
		return { ok: false, why: 'wrongProof' };
	return transact(db, async (tx): Promise<Asked> => {
		const row = await tx.selectFrom('device_tickets').selectAll().where('key', '=', key).executeTakeFirst();
		const age = at - Number(row?.challenge_at ?? 0);
		if (row?.challenge_hash !== tokenHash(challenge) || age < 0 || age > CHALLENGE_MS)
			return { ok: false, why: 'stale' };
		const { changed, answer } = given(
			row,
			{ lastHash, ticket: makeToken() },
			{ at, epoch: epoch ?? (await ticketEpoch(tx)), unlockedAt }
		);
		const used = { ...changed, challenge_hash: null, challenge_at: null };
		await tx.updateTable('device_tickets').set(used).where('key', '=', key).execute();
		return { ok: true, answer };
	});
}

/** An administrator vouches for whoever has this key now: what was given before opens nothing, and is no sign of a copy. */
export async function forgetTickets(db: Database, key: string): Promise<void> {
	await db.deleteFrom('device_tickets').where('key', '=', key).execute();
}
