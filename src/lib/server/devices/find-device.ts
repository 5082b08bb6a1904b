import * as v from 'valibot';
import { type JournalId, JournalIdSchema, type OrgId, OrgIdSchema } from '#lib/domain/fact/ids.ts';
import { tokenHash } from '../http/secret-token.ts';
import type { Database } from '../store/database.ts';

/**
 * A device as the sync endpoint knows it; the people are in the facts. `isRevoked`: the administrator disconnected it; what it
 * recorded before is still taken, and it is told nothing any more.
 */
export type Device = { id: string; number: number; journal: JournalId; org: OrgId; isRevoked: boolean };

const AUTHORIZATION = /^Device ([A-Za-z0-9_-]{43})$/;

/** Whose `authorization: Device <token>` this is; undefined for another scheme, a wrong form or an unknown token. */
export async function findDevice(db: Database, authorization: string | null): Promise<Device | undefined> {
	const token = AUTHORIZATION.exec(authorization ?? '')?.[1];
	if (token === undefined) return undefined;
	const row = await db
		.selectFrom('devices')
		.select(['id', 'number', 'journal', 'org', 'revoked_at'])
		.where('token_hash', '=', tokenHash(token))
		.executeTakeFirst();
	if (!row) return undefined;
	const { id, number, journal, org, revoked_at } = row;
	return {
		id,
		number,
		journal: v.parse(JournalIdSchema, journal),
		org: v.parse(OrgIdSchema, org),
		isRevoked: revoked_at !== null
	};
}
