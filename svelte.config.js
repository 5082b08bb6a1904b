import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter(),
		alias: { $tests: 'tests' },
		// Registered by hand (src/lib/state/updates.svelte.ts): a new version waits until no form is open in any tab.
		serviceWorker: { register: false },
		version: { pollInterval: 0 }
	}
};
