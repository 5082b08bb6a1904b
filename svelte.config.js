import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		// Built aside by `npm start` (src/start/build-if-changed.ts).
		adapter: adapter({ out: process.env.TEREZE_BUILD ?? 'build' }),
		// The one shell answers every address offline, however deep: its links must not depend on where it is shown.
		paths: { relative: false },
		// Registered by hand (src/lib/device/health/updates.svelte.ts): a new version waits until no form is open in any tab.
		serviceWorker: { register: false },
		// src/lib/server/http/check-origin.ts asks that of every request to /api/, no page takes a form, and the framework's own check refuses
		// the form of a system that sends no origin (RFC 6749, 4.4).
		csrf: { trustedOrigins: ['*'] },
		version: { pollInterval: 0 },
		// Nothing leaves for another host. Workers have their own policy: src/start/static-headers.ts.
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				// Papers are shown and printed from a PDF that was made here.
				'frame-src': ['blob:'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['self'],
				// No string becomes a script or markup but through Svelte's own templates and static/own-scripts.js.
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'default']
			}
		}
	}
};
