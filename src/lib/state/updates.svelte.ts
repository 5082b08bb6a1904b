import { Workbox } from 'workbox-window';
import { isAnyFormOpen } from './open-forms';

const LOOK_AGAIN_MS = 10_000;
const LOOK_FOR_NEW_MS = 30 * 60_000;

/** The service worker and its updates: a new version is told, and installed when no form is open in any tab. */
class Updates {
	/** A new version is there and waits. */
	waiting = $state(false);
	/** The shell and every screen are kept on this device: it works without a line from here on. */
	offlineReady = $state(false);
	#workbox: Workbox | null = null;

	async start(): Promise<void> {
		if (!('serviceWorker' in navigator)) return;
		const workbox = new Workbox('/service-worker.js', { type: 'module' });
		this.#workbox = workbox;
		workbox.addEventListener('waiting', () => {
			this.waiting = true;
			void this.#installWhenSafe();
		});
		workbox.addEventListener('controlling', ({ isUpdate }) => {
			if (isUpdate) location.reload();
		});
		void navigator.serviceWorker.ready.then(() => (this.offlineReady = true));
		await workbox.register();
		setInterval(() => void workbox.update().catch(() => undefined), LOOK_FOR_NEW_MS);
	}

	async #installWhenSafe(): Promise<void> {
		while (await isAnyFormOpen()) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
		this.#workbox?.messageSkipWaiting();
	}
}

export const updates = new Updates();
