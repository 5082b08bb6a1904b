import { type Database } from '../store/database.ts';
import { isNoRoom } from '../store/no-room.ts';
import { roomOf } from '../store/room.ts';

/** A write costs the disk's own time: asked of one that worked at most so often, of one that failed more often. */
const TRUSTED_MS = 30_000;
const ASK_AGAIN_MS = 2000;
/** A row among the attempts to sign in, which are swept: what matters is that it reaches the disk. */
const PROBE = 'health';
/** Somebody else writes just now: SQLite's busy and locked. */
const BUSY = [5, 6];

type Known = { at: number; can: boolean };
const known = new WeakMap<Database, Known>();

/** A write of a request was refused: health knows it at once, and tries again soon. */
export const noteRefusedWrite = (db: Database): void => void known.set(db, { at: performance.now(), can: false });

/** Whether the database takes a write. A full disk is told by `roomOf` and counts as one that would. */
export async function canWrite(db: Database): Promise<boolean> {
	const before = known.get(db);
	const now = performance.now();
	if (before && now - before.at < (before.can ? TRUSTED_MS : ASK_AGAIN_MS)) return before.can;
	const can = await write(db);
	known.set(db, { at: now, can });
	return can;
}

async function write(db: Database): Promise<boolean> {
	try {
		const since = Date.now();
		await db
			.insertInto('sign_in_attempts')
			.values({ key: PROBE, failures: 0, since })
			.onConflict((conflict) => conflict.column('key').doUpdateSet({ since }))
			.execute();
		return true;
	} catch (error) {
		if (isNoRoom(error)) roomOf(db).noteFull();
		return isNoRoom(error) || BUSY.includes(((error as { errcode?: number }).errcode ?? 0) & 0xff);
	}
}
