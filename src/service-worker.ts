/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { build, files, version } from '$service-worker';
import { clientsClaim, setCacheNameDetails } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

/** The one page: every screen is drawn on the device, so a deep link opens offline from the same shell. */
const SHELL = '/';

setCacheNameDetails({ prefix: 'tereze' });

// Files under /_app/immutable have their hash in the name; the others get the version, or an update would serve old ones.
precacheAndRoute([
	...build.map((url) => ({ url, revision: url.includes('/immutable/') ? null : version })),
	...files.map((url) => ({ url, revision: version })),
	{ url: SHELL, revision: version }
]);
cleanupOutdatedCaches();

registerRoute(new NavigationRoute(createHandlerBoundToURL(SHELL), { denylist: [/^\/api\//] }));

// The first visit is under the worker's care at once: a line that fails right after it must not matter.
clientsClaim();

// A new version waits. The page asks for it only when no form is open in any tab (state/updates.svelte.ts).
self.addEventListener('message', (event) => {
	if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
