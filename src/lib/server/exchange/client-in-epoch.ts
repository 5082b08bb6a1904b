import { v7 as uuid } from 'uuid';
import { type FactId, type JournalId } from '#lib/domain/fact/ids.ts';
import { registerDevice } from '../devices/register-device.ts';
import { TERMINAL } from '../registry/adopt-rows.ts';
import type { Database } from '../store/database.ts';
import { type SyncServer } from '../sync/sync-server.ts';
import { type Client, findClient } from './clients.ts';

const WHY = 'Сервер сақтық көшірмеден қалпына келтірілді · Сервер восстановлен из копии';

/**
 * The client with a journal that this server has written alone. A database that was copied back may lack the last facts and numbers of the
 * journal before, which devices bring back later: going on in it would give places and numbers twice. So it begins another one, as a device
 * does after a fork, and the one before ends. Null where no device number is left.
 */
export async function clientInEpoch(
	db: Database,
	{ registry, epoch }: Pick<SyncServer, 'registry' | 'epoch'>,
	client: Client,
	at: number
): Promise<Client | null> {
	const now = epoch.current();
	if (client.epoch === now) return client;
	const asked = { journal: uuid() as JournalId, place: { org: client.org, kind: 'exchange' } } as const;
	const device = await registerDevice(db, asked, { by: { id: TERMINAL.actor, org: client.org }, at });
	if (!device.ok) return null;
	await registry.adoptRows(TERMINAL);
	const { numUpdatedRows } = await db
		.updateTable('exchange_clients')
		.set({ device: device.id, epoch: now, registers: 0 })
		.where('id', '=', client.id)
		.where('device', '=', client.device)
		.executeTakeFirst();
	// Another process was first: then the device made here is the one too many.
	const spare = numUpdatedRows > 0n ? client.device : device.id;
	const command = { kind: 'revokeDevice', device: spare, reason: WHY } as const;
	await registry.act({ id: uuid() as FactId, commands: [command] }, TERMINAL);
	return (await findClient(db, client.id)) ?? null;
}
