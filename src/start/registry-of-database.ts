import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { type FactId } from '#lib/domain/fact/ids.ts';
import { adoptRowsInto } from '#lib/server/registry/open-registry.ts';
import { registryMirror } from '#lib/server/registry/registry-mirror.ts';
import { createRegistryServer, type RegistryServer } from '#lib/server/registry/registry-server.ts';
import type { Database } from '#lib/server/store/database.ts';
import { withDatabase } from '#lib/server/store/engine.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { lawInStore } from '#lib/server/sync/law-in-store.ts';
import { type ServerData } from './server-data.ts';

export type OpenedRegistry = { db: Database; registry: RegistryServer };

/**
 * Works on the registry of a server's database from the terminal, while the server runs or does not. A running one reads what is
 * written here within seconds.
 * @param data whose database a server of this version has been started with
 */
export const withRegistry = <T>(
	{ database, dataDir }: ServerData,
	work: (opened: OpenedRegistry) => Promise<T>
): Promise<T> =>
	withDatabase(database, async (db) => {
		const store = createKyselyJournalStore(db);
		const law = await lawInStore(store);
		const deps = {
			now: Date.now,
			newId: () => uuid() as FactId,
			law: () => law,
			mirror: registryMirror(join(dataDir, 'registry')),
			onCommitted: () => undefined
		};
		const registry = await createRegistryServer(store, deps);
		await adoptRowsInto(db, store, registry, deps);
		return work({ db, registry });
	});
