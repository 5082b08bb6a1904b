import { httpTransport } from '$lib/sync/http-transport';
import { createSyncLoop, type SyncLoop } from '$lib/sync/sync-loop';
import { type SyncStatus } from '$lib/sync/sync-status';
import { listenForWake } from '$lib/sync/wake';
import { webLock } from '$lib/sync/web-lock';
import { desk } from './desk.svelte';

const LOCK = 'tereze:sync';

/** The sync of this tab: one round at a time in the whole browser, triggered by facts, the line coming back and the server. */
class Syncing {
	status = $state.raw<SyncStatus | null>(null);
	/** What the browser says of the line; the truth is the last answer. */
	online = $state(navigator.onLine);
	#loop: SyncLoop | null = null;

	/** Begins to send and fetch; gives a function that ends it. Call when the device has its token. */
	start(): () => void {
		const loop = createSyncLoop({
			journal: desk.journal,
			transport: httpTransport({ fetch: (...args) => fetch(...args), deviceToken: async () => desk.token }),
			now: Date.now,
			random: Math.random,
			lock: webLock(navigator.locks, LOCK),
			schedule: (ms, callback) => {
				const timer = setTimeout(callback, ms);
				return () => clearTimeout(timer);
			},
			failed: (error) => reportError(error)
		});
		this.#loop = loop;
		const stops = [
			loop.listen(() => void this.#look()),
			desk.journal.listen(() => void this.#look()),
			this.#onLine(),
			listenForWake({
				locks: navigator.locks,
				lockName: `${LOCK}:wake`,
				open: (url) => new EventSource(url),
				wake: () => loop.trigger(),
				channel: new BroadcastChannel(`${LOCK}:wake`)
			})
		];
		loop.start();
		void this.#look();
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
		if (this.#loop) this.status = await this.#loop.status();
	}

	#onLine(): () => void {
		const changed = () => {
			this.online = navigator.onLine;
			if (this.online) this.#loop?.trigger();
		};
		addEventListener('online', changed);
		addEventListener('offline', changed);
		return () => {
			removeEventListener('online', changed);
			removeEventListener('offline', changed);
		};
	}
}

export const syncing = new Syncing();
