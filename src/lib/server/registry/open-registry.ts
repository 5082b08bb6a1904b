import { type FactDraft } from '#lib/domain/fact/fact.ts';
import { type Instant } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { type Database } from '../store/database.ts';
import { type JournalStore } from '../store/journal-store.ts';
import { draftsOfRows, TERMINAL } from './adopt-rows.ts';
import { reconcileRegistry } from './reconcile-registry.ts';
import { createRegistryServer, type RegistryDeps, type RegistryServer } from './registry-server.ts';
import { serverHead, storeOwn, writeAfter } from './server-journal.ts';

type Options = RegistryDeps & {
	isRestored: boolean;
	log: { warn: (details: object, message: string) => void };
};

export type OpenRegistry = RegistryServer & {
	/** Facts for rows that something else than the registry has written: the demonstration, an earlier version. */
	adoptRows: () => Promise<void>;
};

/** The registry of a server that is about to answer: brought together with its mirror, and with facts for all rows there are. */
export async function openRegistry(db: Database, store: JournalStore, options: Options): Promise<OpenRegistry> {
	const { log, mirror, now, law } = options;
	const reconciled = await reconcileRegistry(store, options);
	if (reconciled !== 'same')
		log.warn({ reconciled }, 'The registry of people and devices was not as its mirror has it');
	const registry = await createRegistryServer(store, options);
	const adoptRows = async (): Promise<void> => {
		const drafts = await draftsOfRows(db, registry.current(), law().directory);
		if (drafts.length === 0) return;
		mirror.append(await writeOwn(store, drafts, now()));
		await registry.refresh();
	};
	await adoptRows();
	return { ...registry, adoptRows };
}

/** Writes facts for rows that are there already: the rows stay as they are. */
const writeOwn = (store: JournalStore, drafts: readonly FactDraft[], at: Instant): Promise<StoredFact[]> =>
	store.write(async (tx) => {
		const facts = writeAfter(await serverHead(tx), drafts, { ...TERMINAL, at });
		await storeOwn(tx, facts, at);
		return facts;
	});
