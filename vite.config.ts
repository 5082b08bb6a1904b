import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	worker: {
		format: 'es',
		// One file per worker: `$service-worker` lists worker entries only, so a chunk of a worker would be missing offline.
		rolldownOptions: { output: { codeSplitting: false } }
	},
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/contract/**/*.test.ts', 'tests/architecture/**/*.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'simulation',
					environment: 'node',
					include: ['tests/simulation/**/*.test.ts'],
					testTimeout: 600_000
				}
			}
		]
	}
});
