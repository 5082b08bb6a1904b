import { type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../find-chromium.ts';
import { CHROMIUM_ARGS } from '../playwright.config.ts';
import { keepWorker } from './late-worker.ts';

/** A browser with a profile on the disk, that can be killed and opened again with everything it had written. */
export type MortalBrowser = { context: BrowserContext; kill: () => Promise<void> };

/** @param profile folder of the profile; the same one brings back what was stored */
export async function openMortalBrowser(profile: string, baseURL: string): Promise<MortalBrowser> {
	const executablePath = findChromium();
	const context = await chromium.launchPersistentContext(profile, {
		baseURL,
		locale: 'kk-KZ',
		viewport: { width: 1366, height: 768 },
		args: CHROMIUM_ARGS,
		...(executablePath === undefined ? {} : { executablePath })
	});
	keepWorker(context);
	await context.addInitScript(() => (window.print = () => undefined));
	const session = await context.browser()!.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	const main = processInfo.find(({ type }) => type === 'browser');
	if (!main) throw new Error('Chromium does not say which process it is');
	return {
		context,
		async kill() {
			const gone = new Promise((resolve) => context.once('close', resolve));
			process.kill(main.id, 'SIGKILL');
			await gone;
		}
	};
}
