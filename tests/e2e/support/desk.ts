import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { installWorker, withholdWorker } from './late-worker.ts';

/** The demonstration's people that the tests work as. */
export const WINDOW_1 = '101';
export const WINDOW_2 = '102';
export const COLLECTION = '103';
export const CENTER_HEAD = '105';
export const ADMIN = '106';
export const CLERK = '201';
/** The administrator of the authority, above all Centers and bodies. */
export const AUTHORITY = '301';
export const BODY_HEAD = '202';
/** The executors Петренко and Байжігіт. */
export const PETRENKO = '203';
export const BAIZHIGIT = '204';

/** The PIN that the demonstration gives each of them. */
export const demoPin = (number: string): string => `${number}729`;

/** Opens the first page on a device and signs in with number and password; a new device takes its usual place. */
export async function signIn(page: Page, number: string, secret = `tereze-${number}`): Promise<void> {
	await withholdWorker(page.context());
	await page.goto('/');
	const byPassword = page.getByRole('button', { name: 'Құпиясөзбен кіру' });
	const password = page.getByLabel('Құпиясөз', { exact: true });
	await expect(password.or(byPassword)).toBeVisible();
	if (await byPassword.isVisible()) await byPassword.click();
	await page.getByLabel('Қызметкер нөмірі').fill(number);
	await password.fill(secret);
	await page.getByRole('button', { name: 'Кіру', exact: true }).click();
	const place = page.getByRole('button', { name: 'Жалғастыру' });
	// Whoever handles no papers begins at the registry.
	const work = page.getByRole('heading', { name: /^(?:Жұмысым|Қызметкерлер тізілімі)$/, level: 1 });
	await expect(place.or(work)).toBeVisible();
	if (await place.isVisible()) await place.click();
	await expect(work).toBeVisible();
}

/** Unlocks with the PIN, line or not: how one person hands the device to another. */
export async function unlock(page: Page, number: string): Promise<void> {
	await page.getByLabel('Қызметкер нөмірі').fill(number);
	await page.getByLabel('PIN', { exact: true }).fill(demoPin(number));
	await page.getByRole('button', { name: 'Құлыпты ашу' }).click();
	await expect(page.getByRole('heading', { name: 'Экран құлыптаулы' })).toBeHidden();
	// From here on the screen listens to its keys.
	await expect(page.getByRole('button', { name: 'Экранды құлыптау' })).toBeVisible();
}

/** Keeps every screen of the app on the device: from here on the line may be cut. */
export async function readyOffline(page: Page): Promise<void> {
	await installWorker(page);
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (!navigator.serviceWorker.controller)
			await new Promise((resolve) =>
				navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
			);
	});
}

/** Takes the line away from a device that has what it needs without one. */
export async function cutLine(page: Page): Promise<void> {
	await readyOffline(page);
	await page.context().setOffline(true);
}

/** A new device with one person at work. */
export async function deviceOf(context: BrowserContext, number: string, password?: string): Promise<Page> {
	const page = await context.newPage();
	await signIn(page, number, password);
	return page;
}

/** A new device of a server of the test's own, with one person at work; nothing is printed. */
export async function deviceAt(browser: Browser, baseURL: string, number: string): Promise<Page> {
	const context = await browser.newContext({ baseURL, locale: 'kk-KZ' });
	await context.addInitScript(() => (window.print = () => undefined));
	return deviceOf(context, number);
}

/** Locks the device, and another person of the same org goes on with it, line or not. */
export async function change(page: Page, number: string): Promise<void> {
	await page.keyboard.press('F9');
	await unlock(page, number);
}

/** Waits until the device says that everything it has recorded is at the server. */
export async function allSent(page: Page): Promise<void> {
	await expect(page.getByRole('link', { name: /Жіберу күйі: Жіберілді/ })).toBeVisible({ timeout: 20_000 });
}
