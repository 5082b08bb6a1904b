import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The browser for the end-to-end tests: `CHROMIUM_PATH`, else one on the PATH, else Playwright's own.
 * @returns undefined if there is none on this machine
 */
export function findChromium(env: Record<string, string | undefined> = process.env): string | undefined {
	const named = env['CHROMIUM_PATH'];
	if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
	const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
	const installed = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
	if (installed !== undefined) return installed;
	const own = chromium.executablePath();
	return existsSync(own) ? own : undefined;
}
