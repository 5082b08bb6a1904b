import { expect, type Page, test } from '@playwright/test';
import { accept, fillVisit } from './support/acts.ts';
import { deviceOf, readyOffline, unlock, WINDOW_1 } from './support/desk.ts';
import { standBefore } from './support/new-version.ts';
import { groupedNumber } from './support/grouped-number.ts';

const READY = 'Жаңа нұсқа дайын. Ашық өтініш қалмағанда орнатылады.';

/** Whether the page is served by the new version; the old one does not know the question. */
const servedByTheNew = (page: Page): Promise<boolean> =>
	page.evaluate(
		() =>
			new Promise<boolean>((resolve) => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(true);
				setTimeout(() => resolve(false), 500);
				navigator.serviceWorker.controller?.postMessage('which version', [port2]);
			})
	);

test('a new version waits while a form is open in any tab, says so, and comes when the last one is closed', async ({
	browser,
	baseURL
}) => {
	test.setTimeout(120_000);
	const version = await standBefore(baseURL!);
	const device = await browser.newContext({ baseURL: version.origin, locale: 'kk-KZ' });
	await device.addInitScript(() => (window.print = () => undefined));
	const page = await deviceOf(device, WINDOW_1);
	await readyOffline(page);
	const number = await accept(page, { surname: 'Ескінұсқаұлы' });
	await page.goto('/window/accept');
	await fillVisit(page, { surname: 'Ашықтұрғанов' });

	const other = await device.newPage();
	await other.clock.install();
	await other.goto('/');
	await unlock(other, WINDOW_1);
	await other.goto('/help');

	version.bringOut();
	await other.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
	for (const tab of [page, other]) await expect(tab.getByText(READY)).toBeVisible();
	// A minute passes in the tab without a form: it looks again whether any is open, and the version goes on waiting.
	await other.clock.fastForward('01:00');
	await expect(other.getByText(READY)).toBeVisible();
	expect(await servedByTheNew(page)).toBe(false);
	await expect(page.getByLabel('Тегі', { exact: true })).toHaveValue('Ашықтұрғанов');

	await page.keyboard.press('F6');
	await expect(page.getByLabel('Тегі', { exact: true })).toHaveValue('');
	await expect.poll(() => servedByTheNew(page).catch(() => false), { timeout: 30_000 }).toBe(true);
	await expect(page.getByText(READY)).toBeHidden();
	await page
		.getByRole('navigation', { name: 'Кейінге қалдырылғандар' })
		.getByRole('link', { name: /^А\.Е\./ })
		.click();
	await expect(page.getByLabel('Тегі', { exact: true })).toHaveValue('Ашықтұрғанов');
	await page.goto(`/application/${number}`);
	await expect(page.getByRole('heading', { name: groupedNumber(number) })).toBeVisible();
	await expect(page.getByText('Ескінұсқаұлы').first()).toBeVisible();
	await device.close();
	await version.end();
});
