import { Workbox } from 'workbox-window';
import { isAnyFormOpen } from '#lib/device/drafts/open-forms.ts';
import { registerPatiently } from './register-worker.ts';
import { whenIdle } from '#lib/device/live/when-idle.ts';

const LOOK_AGAIN_MS = 10_000;
const LOOK_FOR_NEW_MS = 30 * 60_000;
/** One failure is nothing to trouble a person with. */
const FAILURES_TO_SAY = 2;

/** The service worker and its updates: a new version is told, and installed when no form is open in any tab. */
class Updates {
	/** A new version is there and waits. */
	waiting = $state(false);
	/** The shell and every screen are kept on this device: it works without a line from here on. */
	offlineReady = $state(false);
	/** The worker could not be registered or installed so far; it is tried again. */
	notPrepared = $state(false);
	#workbox: Workbox | null = null;

	async start(): Promise<void> {
		if (!('serviceWorker' in navigator)) return;
		this.#reloadUnderNew();
		void navigator.serviceWorker.ready.then((registration) => {
			this.offlineReady = true;
			this.#heal(registration);
		});
		await registerPatiently({
			register: () => this.#register(),
			pause: untilOnlineOr,
			random: Math.random,
			failed: (times) => (this.notPrepared = times >= FAILURES_TO_SAY)
		});
		this.notPrepared = false;
		setInterval(() => void this.#workbox?.update().catch(() => undefined), LOOK_FOR_NEW_MS);
	}

	/** @throws where the script cannot be had, or its installation fails and there is no worker from before */
	async #register(): Promise<void> {
		const workbox = new Workbox('/service-worker.js', { type: 'module' });
		workbox.addEventListener('waiting', () => {
			this.waiting = true;
			void this.#installWhenSafe();
		});
		const registration = await workbox.register();
		if (!registration) throw new Error('The service worker is not registered');
		await installed(registration);
		this.#workbox = workbox;
	}

	/**
	 * A page that was under a worker's care is loaded anew when another takes over. Workbox's own `isUpdate` says no for every worker
	 * after the first visit's page, which had none when it registered.
	 */
	#reloadUnderNew(): void {
		let controlled = navigator.serviceWorker.controller !== null;
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			if (controlled) location.reload();
			controlled = true;
		});
	}

	/** The worker puts right what the browser dropped from its cache, now and whenever the line is back. */
	#heal({ active }: ServiceWorkerRegistration): void {
		const ask = () => (navigator.serviceWorker.controller ?? active)?.postMessage({ type: 'HEAL' });
		whenIdle(ask);
		addEventListener('online', ask);
	}

	async #installWhenSafe(): Promise<void> {
		while (await isAnyFormOpen()) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
		this.#workbox?.messageSkipWaiting();
	}
}

/** Resolves when there is a worker that is installed; rejects when the first one failed at it. */
function installed(registration: ServiceWorkerRegistration): Promise<void> {
	const { installing } = registration;
	if (!installing || registration.active) return Promise.resolve();
	return new Promise((resolve, reject) => {
		installing.addEventListener('statechange', () => {
			if (installing.state === 'redundant') reject(new Error('The service worker was not installed'));
			else resolve();
		});
	});
}

function untilOnlineOr(ms: number): Promise<void> {
	return new Promise((resolve) => {
		const go = () => {
			clearTimeout(timer);
			removeEventListener('online', go);
			resolve();
		};
		const timer = setTimeout(go, ms);
		addEventListener('online', go);
	});
}

export const updates = new Updates();
