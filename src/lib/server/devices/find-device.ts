import * as v from 'valibot';
import { type JournalId, JournalIdSchema, type OrgId, OrgIdSchema } from '#lib/domain/fact/ids.ts';
import { type Withheld } from '#lib/protocol/sync-messages.ts';
import { tokenHash } from '../http/secret-token.ts';
import type { Database } from '../store/database.ts';
import { isFresh } from './given-tickets.ts';

/**
 * A device as the sync endpoint knows it; the people are in the facts. `isRevoked`: the administrator disconnected it; what it
 * recorded before is still taken, and it is told nothing any more. `withheld`: why it is told nothing now; what it sends is taken.
 */
export type Device = {
	id: string;
	number: number;
	journal: JournalId;
	org: OrgId;
	isRevoked: boolean;
	/** Public half of its key; null where it has shown none. */
	key: string | null;
	withheld: Withheld | null;
};

const AUTHORIZATION = /^Device ([A-Za-z0-9_-]{43})(?: ([A-Za-z0-9_-]{43}))?$/;

/**
 * Whose `authorization: Device <token> <ticket>` this is; undefined for another scheme, a wrong form or an unknown token. The token
 * tells the device and lies readable in its browser; only the ticket, which is given for a signature, opens what it may read.
 */
export async function findDevice(
	db: Database,
	authorization: string | null,
	at: number = Date.now()
): Promise<Device | undefined> {
	const [, token, ticket] = AUTHORIZATION.exec(authorization ?? '') ?? [];
	if (token === undefined) return undefined;
	const row = await db
		.selectFrom('devices as d')
		.leftJoin('device_tickets as t', 't.key', 'd.key')
		.select(['d.id', 'd.number', 'd.journal', 'd.org', 'd.revoked_at', 'd.key'])
		.select(['t.ticket_hash', 't.ticket_at', 't.before_hash', 't.before_at', 't.copied_at'])
		.where('d.token_hash', '=', tokenHash(token))
		.executeTakeFirst();
	if (!row) return undefined;
	const { id, number, journal, org, revoked_at, key, copied_at } = row;
	const isRead = ticket !== undefined && isFresh(row, tokenHash(ticket), at);
	return {
		id,
		number,
		journal: v.parse(JournalIdSchema, journal),
		org: v.parse(OrgIdSchema, org),
		isRevoked: revoked_at !== null,
		key,
		withheld: key === null ? 'key' : copied_at !== null ? 'copied' : isRead ? null : 'ticket'
	};
}
