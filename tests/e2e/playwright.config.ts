import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

const root = join(import.meta.dirname, '../..');
const results = join(root, 'test-results');
const dataDir = join(results, 'e2e-data');

// This file is read by every worker again; the first to read it chooses the port and clears the data of the last run. The port lies
// below those that the system gives to outgoing connections, above those of `OwnServer`.
const port = (process.env['E2E_PORT'] ??= String(30_000 + (process.pid % 2000)));
if (process.env['E2E_DATA'] !== dataDir) {
	rmSync(dataDir, { recursive: true, force: true });
	process.env['E2E_DATA'] = dataDir;
}

/** What Chromium would show below its address bar: two pages of its own, loaded for each window and never seen. */
const UNSEEN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];
/** What Playwright itself leaves out: of two such lists Chromium reads the last only. */
const LEFT_OUT_BY_PLAYWRIGHT = [
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsUpgrades',
	'HttpsFirstBalancedModeAutoEnable',
	'LensOverlay',
	'MediaRouter',
	'PaintHolding',
	'ThirdPartyStoragePartitioning',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'OptimizationHints',
	'NetworkTimeServiceQuerying',
	'AimEnabled',
	'PreconnectToSearch'
];

/** Chromium in a container: its own sandbox and a graphics card are not there; nothing may call home. */
export const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	`--disable-features=${[...LEFT_OUT_BY_PLAYWRIGHT, ...UNSEEN].join(',')}`
];

const LONG =
	/\/(?:accessible|crash|day|deputy|device-care|drills|hammer|killed|ledger|ninth|receipt|regulation|story|tabs|update|workbench)[-a-z]*\.spec\.ts$/;

export default defineConfig({
	testDir: import.meta.dirname,
	// The long ones first: begun last, one of them would keep a worker busy long after the other has nothing left.
	projects: [
		{ name: 'long', testMatch: LONG },
		{ name: 'short', testMatch: '**/*.spec.ts', testIgnore: LONG }
	],
	globalSetup: join(import.meta.dirname, 'global-setup.ts'),
	outputDir: join(results, 'e2e'),
	reporter: [['list'], ['json', { outputFile: join(results, 'e2e.json') }]],
	workers: 2,
	retries: 0,
	forbidOnly: true,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	use: {
		baseURL: `http://localhost:${port}`,
		browserName: 'chromium',
		locale: 'kk-KZ',
		timezoneId: 'Asia/Almaty',
		viewport: { width: 1366, height: 768 },
		trace: 'off',
		actionTimeout: 20_000,
		launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGS }
	},
	webServer: {
		command: `"${process.execPath}" src/start/run.js src/start/server.ts`,
		cwd: root,
		url: `http://localhost:${port}/api/health`,
		env: { PORT: port, HOST: 'localhost', DATA_DIR: dataDir, TEREZE_DEMO: 'people', ENROLMENTS_PER_HOUR: '100000' },
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
		stdout: 'ignore',
		stderr: 'pipe'
	}
});
