import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { type DatabasePlace } from '#lib/server/store/engine.ts';
import { askPostgres, type RunningPostgres, startPostgres } from '#tests/support/start-postgres.ts';
import { buildIfChanged } from '../../src/start/build-if-changed.ts';
import { findChromium } from '../e2e/find-chromium.ts';
import { buildParts } from './build-parts.ts';
import type { ClientAnswer, ClientTask } from './node/client.ts';
import type { FillFactsAnswer, FillFactsTask } from './node/fill-facts.ts';
import type { FillAnswer, FillTask } from './node/fill-reports.ts';
import type { Options } from './options.ts';
import type { Bench } from './page/bench-page.ts';
import { run, start, stopAll } from './processes.ts';

/** The same as in the end-to-end tests. */
const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

export type Engine = 'SQLite' | 'PostgreSQL';
export type Server = { base: string; database: DatabasePlace; stop: () => Promise<void> };

/** What every figure needs: the built program, the built parts, servers, browsers, and a folder that goes away. */
export type Workshop = {
	options: Options;
	/** A number of things: a tenth with `--quick`. */
	amount: (full: number) => number;
	say: (words: string) => void;
	/** Default: on SQLite. */
	startServer: (engine?: Engine) => Promise<Server>;
	startNothing: () => Promise<{ url: string; stop: () => Promise<void> }>;
	client: (task: ClientTask) => Promise<ClientAnswer>;
	/** Puts a year of applications into a server's database, as rows of its projection. */
	fillReports: (task: FillTask) => Promise<FillAnswer>;
	/** Puts facts through the receiver into a database of their own, at least so many. */
	fillFacts: (facts: number) => Promise<FillFactsAnswer & { database: string }>;
	/** Runs `npm run verify-journal`: facts, milliseconds that their proof took, and how many places do not fit. */
	verify: (database: string) => Promise<{ facts: number; ms: number; found: number }>;
	/** A folder for a browser's profile: a store in an incognito context would never touch the disk. */
	profileFolder: () => string;
	/** @param baseURL of the server whose pages are opened by their paths */
	browser: (profile: string, serviceWorkers: 'allow' | 'block', baseURL?: string) => Promise<BrowserContext>;
	/** Opens the benchmark's page under the server's own address. */
	benchPage: (context: BrowserContext, base: string) => Promise<Page>;
	/** Does the work, and writes a CPU profile of the page where one is asked for. */
	profiled: <T>(page: Page, name: string, work: () => Promise<T>) => Promise<T>;
	close: () => Promise<void>;
};

declare global {
	interface Window {
		bench: Bench;
	}
}

export async function openWorkshop(root: string, options: Options): Promise<Workshop> {
	const say = (words: string) => void process.stderr.write(`${words}\n`);
	const executablePath = findChromium();
	if (!executablePath) throw new Error('There is no Chromium here: name one in CHROMIUM_PATH');
	if (!(await buildIfChanged(root, 'stderr'))) throw new Error('The program cannot be built');
	const folder = mkdtempSync(join(tmpdir(), 'tereze-bench-'));
	const profiles = join(root, 'test-results/bench');
	if (options.profile) mkdirSync(profiles, { recursive: true });
	let postgres: Promise<RunningPostgres> | undefined;
	const contexts = new Set<BrowserContext>();
	const close = async () => {
		await Promise.all([...contexts].map((context) => context.close()));
		stopAll();
		await (await postgres)?.stop();
		rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	};
	let made = 0;
	const place = (name: string) => join(folder, `${name}-${(made += 1)}`);
	const parts = await buildParts(root, folder);
	/** Empty, on a PostgreSQL that writes each commit to the disk, as a real one. */
	const ownDatabase = async (): Promise<DatabasePlace> => {
		const server = await (postgres ??= startPostgres({ isDurable: true }));
		const name = `bench_${(made += 1)}`;
		await askPostgres(server.urlOf('postgres'), `create database ${name}`);
		return { kind: 'postgres', url: server.urlOf(name), pool: 10 };
	};
	const cpuProfile = options.profile ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [];

	return {
		options,
		amount: (full) => (options.quick ? Math.ceil(full / 10) : full),
		say,
		startServer: async (engine = 'SQLite') => {
			const data = place('data');
			const database: DatabasePlace =
				engine === 'SQLite' ? { kind: 'sqlite', file: join(data, 'tereze.db') } : await ownDatabase();
			const env = {
				PORT: '0',
				HOST: 'localhost',
				DATA_DIR: data,
				TEREZE_DEMO: 'people',
				LOG_LEVEL: 'warn',
				NODE_ENV: 'production',
				...(database.kind === 'postgres' ? { DATABASE_URL: database.url } : {})
			};
			const { output, stop } = await start([...cpuProfile, join(root, 'src/start/server.ts')], env, /localhost:\d+/);
			const base = /http:\/\/localhost:\d+/.exec(output)![0];
			return { base, database, stop };
		},
		startNothing: async () => {
			const { output, stop } = await start([join(root, 'tests/bench/node/nothing-server.ts')], {}, /listening on \d+/);
			return { url: `http://127.0.0.1:${/listening on (\d+)/.exec(output)![1]}/`, stop };
		},
		client: async (task) => JSON.parse(await run([parts.client, JSON.stringify(task)])) as ClientAnswer,
		fillReports: async (task) => JSON.parse(await run([parts.fillReports, JSON.stringify(task)])) as FillAnswer,
		fillFacts: async (facts) => {
			const database = place('facts.db');
			const task: FillFactsTask = { database, facts };
			return { database, ...(JSON.parse(await run([parts.fillFacts, JSON.stringify(task)])) as FillFactsAnswer) };
		},
		verify: async (database) => {
			const script = join(root, 'src/start/verify-journal.ts');
			const printed = await run([...cpuProfile, script, '--json', '--database', database]);
			return JSON.parse(printed) as { facts: number; ms: number; found: number };
		},
		profileFolder: () => place('profile'),
		browser: async (profile, serviceWorkers, baseURL) => {
			const context = await chromium.launchPersistentContext(profile, {
				executablePath,
				...(baseURL === undefined ? {} : { baseURL }),
				args: CHROMIUM_ARGS,
				serviceWorkers,
				viewport: { width: 1366, height: 768 },
				locale: 'kk-KZ',
				timezoneId: 'Asia/Almaty'
			});
			contexts.add(context);
			context.on('close', () => contexts.delete(context));
			return context;
		},
		benchPage: async (context, base) => {
			await context.route(`${base}/bench/**`, (route) => {
				const path = new URL(route.request().url()).pathname.slice('/bench/'.length);
				return route.fulfill({ path: join(parts.page, path || 'index.html') });
			});
			const page = await context.newPage();
			page.on('pageerror', (error) => say(`In the page: ${error.message}`));
			await page.goto(`${base}/bench/`);
			await page.waitForFunction(() => 'bench' in window);
			return page;
		},
		profiled: async (page, name, work) => {
			if (!options.profile) return work();
			const session = await page.context().newCDPSession(page);
			await session.send('Profiler.enable');
			await session.send('Profiler.start');
			const result = await work();
			const { profile } = await session.send('Profiler.stop');
			writeFileSync(join(profiles, `${name}.cpuprofile`), JSON.stringify(profile));
			return result;
		},
		close
	};
}
