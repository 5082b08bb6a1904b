import type { Database } from '../store/database.ts';
import { type JournalStore } from '../store/journal-store.ts';
import { draftsOfRows, TERMINAL } from './adopt-rows.ts';
import { reconcileRegistry } from './reconcile-registry.ts';
import { createRegistryServer, type RegistryBy, type RegistryDeps, type RegistryServer } from './registry-server.ts';
import { serverHead, storeOwn, writeAfter } from './server-journal.ts';

type Options = RegistryDeps & {
	isRestored: boolean;
	log: { warn: (details: object, message: string) => void };
};

export type OpenRegistry = RegistryServer & {
	/** Facts for rows that something else than the registry has written: the demonstration, an earlier version. */
	adoptRows: (by?: RegistryBy) => Promise<void>;
};

/** The registry of a server that is about to answer: brought together with its mirror, and with facts for all rows there are. */
export async function openRegistry(db: Database, store: JournalStore, options: Options): Promise<OpenRegistry> {
	const { log } = options;
	const reconciled = await reconcileRegistry(store, options);
	if (reconciled !== 'same')
		log.warn({ reconciled }, 'The registry of people and devices was not as its mirror has it');
	const registry = await createRegistryServer(store, options);
	const adoptRows = (by?: RegistryBy) => adoptRowsInto(db, store, registry, options, by);
	await adoptRows();
	return { ...registry, adoptRows };
}

/** Facts for rows that the registry does not know; the rows stay as they are. */
export async function adoptRowsInto(
	db: Database,
	store: JournalStore,
	registry: RegistryServer,
	{ now, law }: Pick<RegistryDeps, 'now' | 'law'>,
	by: RegistryBy = TERMINAL
): Promise<void> {
	const drafts = await draftsOfRows(db, registry.current(), law().directory);
	if (drafts.length === 0) return;
	const at = now();
	await store.write(async (tx) => storeOwn(tx, writeAfter(await serverHead(tx), drafts, { ...by, at }), at));
	await registry.refresh();
}
