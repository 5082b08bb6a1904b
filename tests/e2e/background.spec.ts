import { expect, test } from '@playwright/test';
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
	// A browser with no page at all would be closed by the test's driver; this one shows nothing of ours.
	await page.goto('about:blank');
	await atWindow.setOffline(false);
	// A number that is written at once is taken for a scan: it opens the application's own page, which waits for what is still on its way.
	await colleague.goto('/search');
	await colleague.getByRole('searchbox').fill(number);
	await expect(colleague).toHaveURL(`/application/${number}`);
	await expect(colleague.getByText('Бөлекбаев Ержан Қайратұлы').first()).toBeVisible({ timeout: 60_000 });
});
