import { v7 as uuid } from 'uuid';
import { type Instant, type JournalId } from '#lib/domain/fact/ids.ts';
import { type StoredFact } from '#lib/domain/fact/stored-fact.ts';
import { foldRegistry } from '#lib/domain/registry/registry.ts';
import { readableFacts } from '#lib/law/readable-facts.ts';
import { type JournalStore, type JournalTransaction } from '../store/journal-store.ts';
import { saveChanges } from './registry-server.ts';
import { type RegistryMirror } from './registry-mirror.ts';
import { storeOwn } from './server-journal.ts';

/**
 * - `same`: the database has all that the mirror has
 * - `replayed`: an older database was copied back, and what it lacked came from the mirror
 * - `foreign`: the mirror is of another database, or contradicts this one; it was put aside
 * - `lost`: an older database was copied back and there is no mirror: what was recorded since is unknown
 */
type Reconciled = 'same' | 'replayed' | 'foreign' | 'lost';

type Options = { mirror: RegistryMirror; isRestored: boolean; now: () => Instant };

/**
 * Brings the registry of the database and its mirror together, before anybody is answered. Where facts that were delivered may be
 * unknown here, the server writes a new journal: a place in the old one must never be given twice.
 */
export async function reconcileRegistry(
	store: JournalStore,
	{ mirror, isRestored, now }: Options
): Promise<Reconciled> {
	const mirrored = mirror.read();
	const own = await store.registryFacts();
	const held = new Set(own.map(({ hash }) => hash));
	const missing = mirrored.filter(({ hash }) => !held.has(hash));
	if (missing.length > 0 && (await replay(store, missing, now()))) return 'replayed';
	const inMirror = new Set(mirrored.map(({ hash }) => hash));
	const isForeign = missing.length > 0;
	const isLost = !isForeign && isRestored && mirrored.length === 0 && own.length > 0;
	if (isForeign) mirror.putAside(now());
	if (isForeign || isLost) await store.write((tx) => tx.saveServerJournal(uuid() as JournalId));
	mirror.append(isForeign ? own : own.filter(({ hash }) => !inMirror.has(hash)));
	return isForeign ? 'foreign' : isLost ? 'lost' : 'same';
}

/** @returns whether all of them follow what the database has; otherwise nothing is written */
async function replay(store: JournalStore, missing: readonly StoredFact[], at: Instant): Promise<boolean> {
	try {
		await store.write(async (tx) => {
			const before = foldRegistry(readableFacts(await tx.registryFacts()));
			for (const [journal, facts] of Map.groupBy(missing, (fact) => fact.journal)) {
				await mustFollow(tx, journal, facts);
				await storeOwn(tx, facts, at);
			}
			const after = foldRegistry(readableFacts(await tx.registryFacts()));
			await saveChanges(tx, { before, after }, missing);
		});
		return true;
	} catch (error) {
		if (error instanceof DoesNotFollow) return false;
		throw error;
	}
}

class DoesNotFollow extends Error {}

async function mustFollow(
	tx: Pick<JournalTransaction, 'journals'>,
	journal: JournalId,
	facts: readonly StoredFact[]
): Promise<void> {
	const state = (await tx.journals([journal])).get(journal);
	let [seq, hash] = [state?.held ?? 0, state?.heldHash ?? ''];
	for (const fact of facts) {
		const { prev } = JSON.parse(fact.text) as { prev: string };
		if (fact.seq !== seq + 1 || prev !== hash) throw new DoesNotFollow();
		[seq, hash] = [fact.seq, fact.hash];
	}
}
