import { importJWK } from 'jose';
import { v7 as uuid } from 'uuid';
import * as v from 'valibot';
import { type Refusal } from '#lib/domain/application/refusal.ts';
import { type FactId, type StaffId } from '#lib/domain/fact/ids.ts';
import { type Registry, rolesHeld } from '#lib/domain/registry/registry.ts';
import { type ExchangeClientRequest, type PublicJwk, PublicJwkSchema } from '#lib/protocol/exchange-clients.ts';
import { refusedEnrolment } from '../devices/refused-enrolment.ts';
import { type RegistryBy, type RegistryServer } from '../registry/registry-server.ts';
import type { Database } from '../store/database.ts';
import { type SyncServer } from '../sync/sync-server.ts';
import { makeClientDevice } from './client-key.ts';
import { type Client, findClient } from './clients.ts';

type Registered =
	| { ok: true; client: Client }
	| { ok: false; why: 'refused'; refusal: Pick<Refusal, 'code' | 'params'> }
	| { ok: false; why: 'wrong'; sentence: string }
	| { ok: false; why: 'tooMany' | 'noNumbersLeft' };

/**
 * Registers a body's own system: a device of the registry at no place, whose journal the server keeps, and the key by which the system proves
 * who asks. Its enrolment is a fact of the registry, as that of any device.
 */
export async function registerClient(
	db: Database,
	server: Pick<SyncServer, 'registry' | 'epoch' | 'secret'>,
	{ org, name, key, roles, people }: Omit<ExchangeClientRequest, 'as'>,
	by: RegistryBy,
	at: number
): Promise<Registered> {
	const { registry, epoch } = server;
	const place = { org, kind: 'exchange' } as const;
	const refusal = await refusedEnrolment(registry, place, by);
	if (refusal) return { ok: false, why: 'refused', refusal };
	const read = await readKey(key);
	if (!read.ok) return { ok: false, why: 'wrong', sentence: read.sentence };
	const stranger = people.find((staff) => !mayServe(registry.current(), staff, { org, roles }));
	if (stranger !== undefined)
		return {
			ok: false,
			why: 'wrong',
			sentence: `${stranger} works in no such role of ${org}: name people of this body who hold one of the roles given, or give them the role first`
		};
	const device = await makeClientDevice(db, server, { org, by, at });
	if (!device.ok) return { ok: false, why: device.why === 'tooMany' ? 'tooMany' : 'noNumbersLeft' };
	const id = `client-${uuid()}`;
	await db
		.insertInto('exchange_clients')
		.values({
			id,
			org,
			name,
			device: device.device,
			key: JSON.stringify(read.key),
			roles: JSON.stringify([...new Set(roles)]),
			people: JSON.stringify([...new Set(people)]),
			registered_by: by.actor,
			registered_at: at,
			registers: 0,
			epoch: epoch.current(),
			sealed_key: device.sealedKey
		})
		.execute();
	return { ok: true, client: (await findClient(db, id))! };
}

/** Ends it at once, and for ever: a new key is a new client. Asked again it is the registry's own refusal. */
export async function revokeClient(
	db: Database,
	registry: RegistryServer,
	{ client, reason }: { client: Client; reason: string },
	by: RegistryBy
): Promise<Pick<Refusal, 'code' | 'params'> | null> {
	const id = uuid() as FactId;
	const answer = await registry.act({ id, commands: [{ kind: 'revokeDevice', device: client.device, reason }] }, by);
	if (!answer.ok) return answer.refused[0]!.refusal;
	await db.deleteFrom('exchange_tokens').where('client', '=', client.id).execute();
	return null;
}

/** Whether somebody works in the org now and holds one of these roles. */
function mayServe(
	{ people }: Pick<Registry, 'people'>,
	staff: StaffId,
	{ org, roles }: Pick<ExchangeClientRequest, 'org' | 'roles'>
): boolean {
	const person = people.get(staff);
	if (!person || person.org !== org || person.leftAt !== null) return false;
	return rolesHeld(person).some((role) => (roles as readonly string[]).includes(role));
}

type ReadKey = { ok: true; key: PublicJwk } | { ok: false; sentence: string };

async function readKey(key: Record<string, unknown>): Promise<ReadKey> {
	if ('d' in key)
		return {
			ok: false,
			sentence:
				'This is the private key: nobody but the system itself may have it. Make a new pair, and register its public half'
		};
	const parsed = v.safeParse(PublicJwkSchema, key);
	const wrong = 'The key must be a public JWK of ES256: kty EC, crv P-256, x and y. Make one as docs/exchange.md shows';
	if (!parsed.success) return { ok: false, sentence: wrong };
	try {
		await importJWK(parsed.output, 'ES256');
		return { ok: true, key: parsed.output };
	} catch {
		return { ok: false, sentence: `${wrong}: this one is no point of the curve` };
	}
}
