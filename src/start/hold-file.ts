import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

const SQLITE_BUSY = 5;
const ASK_AGAIN_MS = 200;

/**
 * Holds a file against all other processes, until it is let go or this process ends, however it ends: the lock is the
 * system's, made by SQLite, so nothing stays behind after a crash.
 * @param held called once if somebody else holds it
 * @returns a function that lets it go, or null if it was still held after `patienceMs`
 */
export async function holdFile(
	file: string,
	{ held, patienceMs }: { held: () => void; patienceMs: number }
): Promise<(() => void) | null> {
	mkdirSync(dirname(file), { recursive: true });
	const until = performance.now() + patienceMs;
	for (let first = true; ; first = false) {
		const release = tryToHold(file);
		if (release) return release;
		if (performance.now() >= until) return null;
		if (first) held();
		await wait(ASK_AGAIN_MS);
	}
}

function tryToHold(file: string): (() => void) | null {
	const db = new DatabaseSync(file, { timeout: 0 });
	try {
		// Nothing is ever written, so there is nothing to take back: a full disk must not matter here.
		db.exec('pragma journal_mode = memory; begin exclusive');
		return () => db.close();
	} catch (error) {
		db.close();
		if ((error as { errcode?: unknown }).errcode === SQLITE_BUSY) return null;
		throw error;
	}
}
