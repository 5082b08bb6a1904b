import { type ApplicationRow, type StoredRegister } from '#lib/journal/device-store.ts';
import { type DeviceJournal } from '#lib/journal/device-journal.ts';
import { deviceReporter } from './device-report.ts';
import { contextFollower } from './follow-context.ts';
import { httpTransport } from './http-transport.ts';
import { createLine, type PlainMemory } from './line.ts';
import { createSyncLoop, type SyncLoop } from './sync-loop.ts';
import { webLock } from './web-lock.ts';

/** One name for all tabs and the service worker: one round at a time in the whole browser. */
export const SYNC_LOCK = 'tereze:sync';
/** Tag of the browser's background sync: it wakes the service worker when the network is back, even with no page open. */
export const SYNC_TAG = 'tereze:queue';

/**
 * The sync loop on the real browser, for a page as for the service worker.
 * @param version of the program, for the administrator's list of devices
 * @param memory of a connection that corrupts compressed bodies; without it this is detected again at each start
 */
export function browserSyncLoop<A extends ApplicationRow, R extends StoredRegister>(
	journal: DeviceJournal<A, R>,
	deviceToken: () => Promise<string | null>,
	{ version, memory }: { version: string; memory?: PlainMemory }
): SyncLoop {
	const line = createLine(memory);
	return createSyncLoop({
		journal,
		transport: httpTransport({ fetch: (...args) => fetch(...args), deviceToken, line }),
		followContext: contextFollower({ journal, fetch: (...args) => fetch(...args), deviceToken }),
		report: deviceReporter({ version, estimate: estimateOf(navigator.storage), now: Date.now }),
		giveUp: line.giveUp,
		now: Date.now,
		random: Math.random,
		lock: webLock(navigator.locks, SYNC_LOCK),
		schedule: afterMs,
		failed: (error) => reportError(error)
	});
}

/** Where the address has no TLS the browser has none. */
const estimateOf = (storage: StorageManager | undefined) => storage && (() => storage.estimate());

/** Calls back after `ms`; returns the function that cancels it. */
export function afterMs(ms: number, callback: () => void): () => void {
	const timer = setTimeout(callback, ms);
	return () => clearTimeout(timer);
}
