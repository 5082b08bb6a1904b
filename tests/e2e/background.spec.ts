import { expect, type Page, test } from '@playwright/test';
import { SYNC_TAG } from '#lib/sync/browser-sync.ts';
import { accept } from './support/acts.ts';
import { cutLine, deviceOf, WINDOW_1, WINDOW_2 } from './support/desk.ts';

test('what was recorded offline reaches the server when the line is back, though the page is closed', async ({
	browser
}) => {
	const atWindow = await browser.newContext();
	await atWindow.addInitScript(() => (window.print = () => undefined));
	const colleague = await deviceOf(await browser.newContext(), WINDOW_2);
	const page = await deviceOf(atWindow, WINDOW_1);
	await cutLine(page);
	const number = await accept(page, { surname: 'Бөлекбаев' });
	await expect(page.getByRole('link', { name: /Желі жоқ/ })).toBeVisible();
	const wakeWorker = await syncEventsOf(page);
	// A browser with no page at all would be closed by the test's driver; this one shows nothing of ours.
	await page.goto('about:blank');
	await atWindow.setOffline(false);
	// A number that is written at once is taken for a scan: it opens the application's own page, which waits for what is still on its way.
	await colleague.goto('/search');
	await colleague.getByRole('searchbox').fill(number);
	await expect(colleague).toHaveURL(`/application/${number}`);
	await expect(async () => {
		await wakeWorker();
		await expect(colleague.getByText('Бөлекбаев Ержан Қайратұлы').first()).toBeVisible({ timeout: 3000 });
	}).toPass({ timeout: 50_000 });
});

/**
 * Sends the worker the event that the browser sends when the line is back. The browser takes the cut line of a test for a line, so it
 * may have sent its own while the line was cut, and tries again only after minutes.
 */
async function syncEventsOf(page: Page): Promise<() => Promise<unknown>> {
	const { origin } = new URL(page.url());
	const browser = await page.context().newCDPSession(page);
	const registration = new Promise<string>((resolve) =>
		browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
			if (first) resolve(first.registrationId);
		})
	);
	await browser.send('ServiceWorker.enable');
	const registrationId = await registration;
	return () =>
		browser.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId, tag: SYNC_TAG, lastChance: false });
}
