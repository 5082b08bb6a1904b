import { type ApplicationRow, type StoredRegister } from '#lib/journal/device-store.ts';
import { type DeviceJournal } from '#lib/journal/device-journal.ts';
import { type DeviceAccess, deviceAccess } from './device-access.ts';
import { placeSigner, type SignPlace } from './place-signer.ts';
import { deviceReporter } from './device-report.ts';
import { contextFollower } from './follow-context.ts';
import { httpTransport } from './http-transport.ts';
import { createLine, type PlainMemory } from './line.ts';
import { createSyncLoop, type SyncLoop } from './sync-loop.ts';
import { aloneIn, webLock } from './web-lock.ts';

/** One name for all tabs and the service worker: one round at a time in the whole browser. */
export const SYNC_LOCK = 'tereze:sync';
/** Tickets are renewed one request at a time. */
const TICKET_LOCK = 'tereze:ticket';
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
	const { access, sign } = browserAccess(journal, deviceToken);
	return createSyncLoop({
		journal,
		transport: httpTransport({ fetch: fetchHere, access, line }),
		sign,
		followContext: contextFollower({ journal, fetch: fetchHere, access }),
		report: deviceReporter({ version, estimate: estimateOf(navigator.storage), now: Date.now }),
		giveUp: line.giveUp,
		now: Date.now,
		random: Math.random,
		lock: webLock(navigator.locks, SYNC_LOCK),
		schedule: afterMs,
		failed: (error) => reportError(error)
	});
}

/** How this browser proves who it is: by the key in the journal's store, where the page has keys at all. */
export function browserAccess<A extends ApplicationRow, R extends StoredRegister>(
	journal: DeviceJournal<A, R>,
	deviceToken: () => Promise<string | null>
): { access: DeviceAccess; sign: SignPlace } {
	// Typed as always there; a page that is not secure has none.
	const subtle = crypto.subtle as SubtleCrypto | undefined;
	const alone = aloneIn(navigator.locks, TICKET_LOCK);
	const access = deviceAccess({ journal, fetch: fetchHere, deviceToken, subtle, alone, now: Date.now });
	return { access, sign: placeSigner(journal, subtle) };
}

const fetchHere: typeof fetch = (...args) => fetch(...args);

/** Where the address has no TLS the browser has none. */
const estimateOf = (storage: StorageManager | undefined) => storage && (() => storage.estimate());

/** Calls back after `ms`; returns the function that cancels it. */
export function afterMs(ms: number, callback: () => void): () => void {
	const timer = setTimeout(callback, ms);
	return () => clearTimeout(timer);
}
