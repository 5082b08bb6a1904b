import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { configDefaults, defineConfig, type TestUserConfig } from 'vitest/config';

/** What stands around every screen. With all that it needs it is one file, and one of styles. */
const FRAME = /\/src\/routes\/(?:\(staff\)\/)?\+layout\.(?:svelte|ts)$/;
/** What so many screens share beyond that is in a second file. With fewer a screen loads much that it never uses, with more its files are many. */
const SHARED_BY = 7;

/**
 * Few files instead of forty for a screen: through the service worker each costs a message to another process, which on a slow
 * machine is most of the time until the first screen. Only for the browser: the server reads its files once.
 */
const fewFiles: Plugin = {
	name: 'tereze-few-files',
	apply: 'build',
	outputOptions(options) {
		if (this.environment.name !== 'client' || options.codeSplitting === false) return null;
		const groups = [
			{ name: 'frame', test: FRAME, priority: 1 },
			{ name: 'shared', minShareCount: SHARED_BY }
		];
		return { ...options, codeSplitting: { groups } };
	}
};

/** Rooms of pure functions. */
const PURE = 'src/lib/{domain,i18n,law,print,protocol}/**/*.test.ts';
/** Rooms whose tests make all that they use, and read no state that the program keeps between two of them. */
const SELF_MADE = [
	'src/lib/{journal,scanner,sync}/**/*.test.ts',
	'src/lib/server/{audit,devices,epoch,http,people,registry,reports,store,sync,verdicts}/**/*.test.ts'
];
/** What the server stores works on SQLite and on PostgreSQL. */
const ON_BOTH_ENGINES = [
	'tests/{contract/server-*,postgres/*}.test.ts',
	'src/lib/server/{audit,devices,people,registry,verdicts}/**/*.test.ts',
	'src/lib/server/sync/{linked,poison,projecting,quarantine,rebuild,receive,refold,relay,revoked,stra,streams,whose}*.test.ts',
	'tests/exchange/{acts,clients,reading,token}.test.ts',
	'src/lib/server/operation/{health,operation-metrics}.test.ts'
];
const unit: TestUserConfig = {
	environment: 'node',
	// A machine that does much else at the same time is slow, not wrong.
	testTimeout: 30_000,
	hookTimeout: 30_000,
	setupFiles: ['tests/support/all-messages.ts'],
	include: ['src/**/*.test.ts', 'tests/{contract,golden,architecture,exchange,drills}/**/*.test.ts']
};
/** What keeps no state between tests needs no fresh copy of the program for each file: less than half of the time. */
const together: TestUserConfig = { isolate: false, unstubGlobals: true, env: { LOG_LEVEL: 'silent' } };

export default defineConfig({
	plugins: [sveltekit(), fewFiles],
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
					...unit,
					name: 'unit',
					globalSetup: ['tests/support/seed-demo-once.ts'],
					exclude: [...configDefaults.exclude, PURE, ...SELF_MADE]
				}
			},
			{ extends: true, test: { ...unit, ...together, name: 'unit-pure', include: [PURE] } },
			{
				extends: true,
				test: {
					...unit,
					...together,
					name: 'unit-self-made',
					globalSetup: ['tests/support/seed-demo-once.ts'],
					include: SELF_MADE
				}
			},
			{
				extends: true,
				test: {
					...unit,
					...together,
					name: 'unit-postgres',
					globalSetup: ['tests/support/start-postgres-once.ts'],
					include: ON_BOTH_ENGINES
				}
			},
			{
				extends: true,
				test: {
					name: 'simulation',
					environment: 'node',
					setupFiles: ['tests/simulation/signs-in-turn.ts'],
					include: ['tests/simulation/**/*.test.ts'],
					testTimeout: 600_000
				}
			}
		]
	}
});
