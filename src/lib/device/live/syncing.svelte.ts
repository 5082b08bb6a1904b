import { version } from '$app/environment';
import { afterMs, browserSyncLoop, SYNC_LOCK, SYNC_TAG } from '#lib/sync/browser-sync.ts';
import { rememberPlain } from '#lib/sync/line.ts';
import { type SyncLoop } from '#lib/sync/sync-loop.ts';
import { type SyncStatus } from '#lib/sync/sync-status.ts';
import { listenForWake } from '#lib/sync/wake.ts';
import { desk } from '#lib/device/session/desk.svelte.ts';
import { whenIdle } from './when-idle.ts';

/** How often a lost number or token is asked for without anybody signing in. */
const RENEW_EVERY_MS = 60_000;

/** The sync of this tab: one round at a time in the whole browser, triggered by facts, the line coming back and the server. */
class Syncing {
	status = $state.raw<SyncStatus | null>(null);
	/** What the browser says of the line; the truth is the last answer. */
	online = $state(navigator.onLine);
	#loop: SyncLoop | null = null;
	#renewedAt = 0;

	/** Begins to send and fetch; gives a function that ends it. Call when the device has its token. */
	start(): () => void {
		const loop = browserSyncLoop(desk.wholeJournal, async () => desk.token, {
			version,
			memory: rememberPlain(localStorage)
		});
		this.#loop = loop;
		const stops = [
			loop.listen(() => void this.#look()),
			desk.wholeJournal.listen(() => void this.#look()),
			this.#onLine()
		];
		void this.#look();
		// The screen that the person waits for is drawn first.
		const cancel = whenIdle(() => {
			const wake = {
				locks: navigator.locks,
				lockName: `${SYNC_LOCK}:wake`,
				open: (url: string) => new EventSource(url),
				wake: () => loop.trigger(),
				lineBack: () => loop.lineBack(),
				random: Math.random,
				schedule: afterMs,
				channel: new BroadcastChannel(`${SYNC_LOCK}:wake`)
			};
			stops.push(listenForWake(wake));
			loop.start();
		});
		stops.push(cancel);
		return () => {
			loop.stop();
			stops.forEach((stop) => stop());
			this.#loop = null;
		};
	}

	/** Something was recorded: it leaves at once if there is a line. */
	poke(): void {
		this.#loop?.trigger();
	}

	async #look(): Promise<void> {
		if (!this.#loop) return;
		this.status = await this.#loop.status();
		if (this.status.queued > 0 && this.status.failure !== null) void askForBackgroundSync();
		if (this.status.failure === 'unauthorized') desk.tokenRefused = true;
		// A session may still be there: then nobody has to sign in because of it.
		const lost = desk.numberless || desk.tokenRefused;
		if (lost && this.online && Date.now() - this.#renewedAt > RENEW_EVERY_MS) {
			this.#renewedAt = Date.now();
			await desk.renew();
			if (!desk.tokenRefused) this.poke();
		}
	}

	#onLine(): () => void {
		const changed = () => {
			this.online = navigator.onLine;
			if (this.online) this.#loop?.lineBack();
		};
		addEventListener('online', changed);
		addEventListener('offline', changed);
		return () => {
			removeEventListener('online', changed);
			removeEventListener('offline', changed);
		};
	}
}

/**
 * Asks the browser to wake the service worker when the line is back, for the page may be closed by then. Not every browser has it;
 * those send when a page is opened again.
 */
async function askForBackgroundSync(): Promise<void> {
	const registration = (await navigator.serviceWorker?.ready) as ServiceWorkerRegistration & {
		sync?: { register(tag: string): Promise<void> };
	};
	await registration?.sync?.register(SYNC_TAG).catch(() => undefined);
}

export const syncing = new Syncing();
