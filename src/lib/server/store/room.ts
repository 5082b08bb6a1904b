import { statfs } from 'node:fs/promises';
import type { Database } from './database.ts';

/** Whether the disk lets the server write. */
export type Room = {
	/** A write has failed for want of room. */
	noteFull: () => void;
	isFull: () => Promise<boolean>;
};

/** With less than this free the next commits will not fit. */
const LEAST_BYTES = 4 * 1024 * 1024;
const ASK_AGAIN_MS = 2000;
/** A row among the attempts to sign in, which are swept: what matters is that it reaches the disk. */
const PROBE = 'room';

const rooms = new WeakMap<Database, Room>();

/** The room of this database. `folder` is where its file lies; a database in memory has none. */
export function roomOf(db: Database, folder: string | null = null): Room {
	const room = rooms.get(db) ?? createRoom(db, folder);
	rooms.set(db, room);
	return room;
}

function createRoom(db: Database, folder: string | null): Room {
	let failed = false;
	let askedAt = -Infinity;
	return {
		noteFull: () => {
			failed = true;
			askedAt = performance.now();
		},
		isFull: async () => {
			const isLow = folder !== null && (await bytesFree(folder)) < LEAST_BYTES;
			if (failed && !isLow && performance.now() - askedAt > ASK_AGAIN_MS) {
				askedAt = performance.now();
				failed = !(await canWrite(db));
			}
			return isLow || failed;
		}
	};
}

const bytesFree = async (folder: string): Promise<number> => {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
};

/** Somebody may have made room meanwhile. */
async function canWrite(db: Database): Promise<boolean> {
	try {
		await db
			.insertInto('sign_in_attempts')
			.values({ key: PROBE, failures: 0, since: Date.now() })
			.onConflict((conflict) => conflict.column('key').doUpdateSet({ since: Date.now() }))
			.execute();
		return true;
	} catch {
		return false;
	}
}
