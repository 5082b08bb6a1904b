import { type JournalId } from '#lib/domain/fact/ids.ts';
import type { Database } from '../store/database.ts';
import { type JournalReads } from '../store/journal-store.ts';
import { type Device } from './find-device.ts';

/**
 * Whether a device may send a journal as its own: the one it was registered with, or one that nobody else is known to write, as a
 * device has after a fork, before somebody signs in and the new journal gets a number. The first to come has it.
 */
export async function isOwnJournal(
	db: Database,
	reads: Pick<JournalReads, 'journals'>,
	device: Device,
	journal: JournalId
): Promise<boolean> {
	if (device.journal === journal) return true;
	const registered = db.selectFrom('devices').select('id').where('journal', '=', journal);
	if (await registered.executeTakeFirst()) return false;
	const state = (await reads.journals([journal])).get(journal);
	// What others relayed of a journal tells its org, not its device.
	return !state || state.device === device.id || (state.device === null && state.org === device.org);
}
