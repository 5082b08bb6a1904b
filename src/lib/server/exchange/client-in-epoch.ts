import { v7 as uuid } from 'uuid';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { type DeviceKey } from '#lib/protocol/device-key.ts';
import { TERMINAL } from '../registry/adopt-rows.ts';
import type { Database } from '../store/database.ts';
import { type SyncServer } from '../sync/sync-server.ts';
import { keyOfClient, makeClientDevice } from './client-key.ts';
import { type Client, findClient } from './clients.ts';

const WHY = 'Сервер қалпына келтірілді · Сервер восстановлен';

/** A client, and the key of its journal. */
type Ready = { client: Client; key: DeviceKey };

/**
 * The client with a journal that this server has written alone. A database that was copied back may lack the last facts and numbers of the
 * journal before, which devices bring back later: going on in it would give places and numbers twice. So it begins another one, as a device
 * does after a fork, and the one before ends; so it does where the server's secret, which opens the journal's key, is another one. Null where no
 * device number is left.
 */
export async function clientInEpoch(
	db: Database,
	server: Pick<SyncServer, 'registry' | 'epoch' | 'secret'>,
	client: Client,
	at: number
): Promise<Ready | null> {
	const { registry, epoch, secret } = server;
	const now = epoch.current();
	const key = await keyOfClient(secret, client);
	if (key !== null && client.epoch === now) return { client, key };
	const made = await makeClientDevice(db, server, { org: client.org, by: TERMINAL, at });
	if (!made.ok) return null;
	const { numUpdatedRows } = await db
		.updateTable('exchange_clients')
		.set({ device: made.device, epoch: now, registers: 0, sealed_key: made.sealedKey })
		.where('id', '=', client.id)
		.where('device', '=', client.device)
		.executeTakeFirst();
	// Another process was first: then the device made here is the one too many.
	const spare = numUpdatedRows > 0n ? client.device : made.device;
	const command = { kind: 'revokeDevice', device: spare, reason: WHY } as const;
	await registry.act({ id: uuid() as FactId, commands: [command] }, TERMINAL);
	const next = await findClient(db, client.id);
	const own = next && (await keyOfClient(secret, next));
	return next && own ? { client: next, key: own } : null;
}
