import * as v from 'valibot';
import {
	type JournalId,
	JournalIdSchema,
	type OrgId,
	OrgIdSchema,
	type StaffId,
	StaffIdSchema
} from '#lib/domain/fact/ids.ts';
import {
	EXCHANGE_ROLES,
	type ExchangeClientEntry,
	type ExchangeRole,
	type PublicJwk,
	PublicJwkSchema
} from '#lib/protocol/exchange-clients.ts';
import type { Database } from '../store/database.ts';

/** A body's own system as the exchange interface knows it. */
export type Client = {
	id: string;
	name: string;
	org: OrgId;
	device: string;
	journal: JournalId;
	/** Five digits of every number that it gives. */
	number: number;
	key: PublicJwk;
	roles: readonly ExchangeRole[];
	/** In whose names it acts. */
	people: readonly StaffId[];
	registeredBy: StaffId;
	registeredAt: number;
	revokedAt: number | null;
	/** In which its journal began. */
	epoch: string;
	/** Halves of the key by which the server signs that journal: the public one, and the private one, sealed. */
	deviceKey: string | null;
	sealedKey: string;
};

const Roles = v.array(v.picklist(EXCHANGE_ROLES));
const People = v.array(StaffIdSchema);

/** Revoked is what the registry says of its device: a restored database brings no client back. */
const clientRows = (db: Database) =>
	db
		.selectFrom('exchange_clients as c')
		.innerJoin('devices as d', 'd.id', 'c.device')
		.select([
			'c.id',
			'c.name',
			'c.org',
			'c.device',
			'c.key',
			'c.roles',
			'c.people',
			'c.registered_by',
			'c.registered_at',
			'c.epoch',
			'c.sealed_key'
		])
		.select(['d.journal', 'd.number', 'd.revoked_at', 'd.key as device_key']);

type Row = Awaited<ReturnType<ReturnType<typeof clientRows>['executeTakeFirstOrThrow']>>;

export async function findClient(db: Database, id: string): Promise<Client | undefined> {
	const row = await clientRows(db).where('c.id', '=', id).executeTakeFirst();
	return row && clientOf(row);
}

/** Whose access token this is; undefined where it has ended, or its client was revoked. */
export async function clientWithToken(db: Database, tokenHash: string, at: number): Promise<Client | undefined> {
	const row = await clientRows(db)
		.innerJoin('exchange_tokens as t', 't.client', 'c.id')
		.where('t.token_hash', '=', tokenHash)
		.where('t.expires_at', '>', at)
		.where('d.revoked_at', 'is', null)
		.executeTakeFirst();
	return row && clientOf(row);
}

/** The systems of an org, those that were revoked too, the newest first. */
export async function clientsOf(db: Database, org: OrgId): Promise<Client[]> {
	const rows = await clientRows(db)
		.where('c.org', '=', org)
		.orderBy('c.registered_at', 'desc')
		.orderBy('c.id')
		.execute();
	return rows.map(clientOf);
}

function clientOf(row: Row): Client {
	return {
		id: row.id,
		name: row.name,
		org: v.parse(OrgIdSchema, row.org),
		device: row.device,
		journal: v.parse(JournalIdSchema, row.journal),
		number: row.number,
		key: v.parse(PublicJwkSchema, JSON.parse(row.key)),
		roles: v.parse(Roles, JSON.parse(row.roles)),
		people: v.parse(People, JSON.parse(row.people)),
		registeredBy: v.parse(StaffIdSchema, row.registered_by),
		registeredAt: Number(row.registered_at),
		revokedAt: row.revoked_at === null ? null : Number(row.revoked_at),
		epoch: row.epoch,
		deviceKey: row.device_key,
		sealedKey: row.sealed_key
	};
}

/** As the administration lists it. */
export function entryOf(client: Client): ExchangeClientEntry {
	const { id, org, name, device, number, roles, people, registeredBy, registeredAt, revokedAt } = client;
	const given = { roles: [...roles], people: [...people] };
	return { id, org, name, device, number, ...given, registeredBy, registeredAt, revokedAt };
}
