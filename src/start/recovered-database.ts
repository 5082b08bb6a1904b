import { v7 as uuid } from 'uuid';
import { withDatabase } from '#lib/server/store/engine.ts';
import { createKyselyJournalStore } from '#lib/server/store/kysely-journal-store.ts';
import { type ServerData, whyUnready } from './server-data.ts';

/**
 * PostgreSQL was brought back to an earlier time by its own tools: begins a new epoch, so that devices send again what it lacks. The servers
 * find it out by themselves where one of their folders is left; this is for where none is.
 * @returns why it was not done, in words for a terminal; null when it was
 */
export async function beginAfterRecovery(data: ServerData): Promise<string | null> {
	const why = await whyUnready(data, 'meta');
	if (why !== null) return why;
	await withDatabase(data.database, (db) => createKyselyJournalStore(db).write((tx) => tx.saveEpoch(uuid())));
	return null;
}
