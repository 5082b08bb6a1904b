/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { build, files, version } from '$service-worker';
import { cacheNames, clientsClaim, setCacheNameDetails } from 'workbox-core';
import {
	addPlugins,
	cleanupOutdatedCaches,
	createHandlerBoundToURL,
	getCacheKeyForURL,
	precacheAndRoute
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { openDeviceJournal } from '#lib/journal/open-device-journal.ts';
import { browserSyncLoop, SYNC_TAG } from '#lib/sync/browser-sync.ts';
import { healCache } from './heal-cache.ts';
import { isRightFile } from './right-file.ts';

/** https://wicg.github.io/background-sync/spec/, which TypeScript does not know yet. */
type SyncEvent = ExtendableEvent & { readonly tag: string };
declare const self: ServiceWorkerGlobalScope & {
	addEventListener(type: 'sync', listener: (event: SyncEvent) => void): void;
};

/** A page asks for it at its start and when the line is back (device/health/updates.svelte.ts). */
const HEAL_MESSAGE = 'HEAL';

/** The one page: every screen is drawn on the device, so a deep link opens offline from the same shell. */
const SHELL = '/';

setCacheNameDetails({ prefix: 'tereze' });

// Files under /_app/immutable have their hash in the name; the others get the version, or an update would serve old ones.
const kept = [
	...build.map((url) => ({ url, revision: url.includes('/immutable/') ? null : version })),
	...files.map((url) => ({ url, revision: version })),
	{ url: SHELL, revision: version }
];

// What something between answers in place of a file ends the installation, which is tried again: kept, it would break every screen.
addPlugins([
	{
		cacheWillUpdate: async ({ request, response }) =>
			(await isRightFile(new URL(request.url).pathname, response)) ? response : null
	}
]);
precacheAndRoute(kept);
cleanupOutdatedCaches();

registerRoute(new NavigationRoute(createHandlerBoundToURL(SHELL), { denylist: [/^\/api\//] }));

// The first visit is under the worker's care at once: a line that fails right after it must not matter.
clientsClaim();

// A new version waits. The page asks for it only when no form is open in any tab (device/health/updates.svelte.ts).
self.addEventListener('message', (event) => {
	const { type } = (event.data ?? {}) as { type?: string };
	if (type === 'SKIP_WAITING') void self.skipWaiting();
	if (type === HEAL_MESSAGE) event.waitUntil(heal());
});

// The line is back and no page may be open: what was recorded leaves all the same. Facts are never queued by Workbox, whose
// background sync deletes a request before it is fetched and takes an error of the server for success.
self.addEventListener('sync', (event) => {
	if (event.tag === SYNC_TAG) event.waitUntil(sendQueued());
});

/** @throws when something still waits: the browser then tries again later */
async function sendQueued(): Promise<void> {
	const journal = await openDeviceJournal();
	try {
		const token = (await journal.read((reader) => reader.meta('enrolment')))?.token ?? null;
		if (token === null) return;
		const failure = await browserSyncLoop(journal, async () => token, { version }).runNow();
		if (failure !== null) throw new Error(`Not sent yet: ${failure}`);
	} finally {
		journal.close();
	}
}

async function heal(): Promise<void> {
	const cache = await caches.open(cacheNames.precache);
	const files = kept.map(({ url }) => ({
		url: new URL(url, self.location.href).href,
		cacheKey: getCacheKeyForURL(url) ?? url
	}));
	await healCache(files, { cache, fetch: (url) => fetch(url, { cache: 'reload', credentials: 'same-origin' }) });
}
