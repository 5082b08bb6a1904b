import { type BrowserContext, type Page } from '@playwright/test';

const INSTALL = 'tereze-test-install-worker';
const withheld = new WeakSet<BrowserContext>();

/**
 * Has the program of a new device wait with its service worker, as on a very slow line, until `installWorker` asks for it. To keep
 * two hundred files on each new device costs more than all the rest of its sign-in, and most walks never lose the line. A worker
 * that is there already is left alone.
 */
export async function withholdWorker(context: BrowserContext): Promise<void> {
	if (withheld.has(context)) return;
	withheld.add(context);
	await context.addInitScript((install) => {
		const container = window === top ? navigator.serviceWorker : undefined;
		if (!container) return;
		const asked = new Promise((resolve) => addEventListener(install, resolve, { once: true }));
		const register = container.register.bind(container);
		container.register = async (...args) => {
			if (!(await container.getRegistration())) await asked;
			return register(...args);
		};
	}, INSTALL);
}

/** Lets the program that is open install its service worker, if it has none yet. */
export async function installWorker(page: Page): Promise<void> {
	await page.evaluate((install) => void dispatchEvent(new Event(install)), INSTALL);
}

/** For a device whose worker has to be there from the first page on. */
export const keepWorker = (context: BrowserContext): void => void withheld.add(context);
