import { expect, type Page, test } from '@playwright/test';
import { browserCopy, layServerData, RELEASES, rowsIn } from '../golden/golden-copies.ts';
import { restoreDatabases } from '../golden/restore-indexed-db.ts';
import { allSent, demoPin, unlock, WINDOW_1 } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';

/** Signs in as somebody whose PIN was chosen under the rule of four digits: a new one is asked for. */
async function comeWithOldPin(page: Page): Promise<void> {
	await page.goto('/');
	await page.getByRole('button', { name: 'Құпиясөзбен кіру' }).click();
	await page.getByLabel('Қызметкер нөмірі').fill(WINDOW_1);
	await page.getByLabel('Құпиясөз', { exact: true }).fill(`tereze-${WINDOW_1}`);
	await page.getByRole('button', { name: 'Кіру', exact: true }).click();
	await page.getByLabel('Жаңа PIN', { exact: true }).fill(demoPin(WINDOW_1));
	await page.getByLabel('Жаңа PIN қайталаңыз', { exact: true }).fill(demoPin(WINDOW_1));
	await page.getByRole('button', { name: 'PIN сақтау' }).click();
	await expect(page.getByRole('heading', { name: 'Жұмысым' })).toBeVisible();
}

for (const release of RELEASES)
	test(`a window of ${release} goes on with its store at the server of that time`, async ({ browser }) => {
		const server = await OwnServer.start((dataDir) => layServerData(release, dataDir));
		const copy = browserCopy(release, 'window');
		const context = await browser.newContext({ baseURL: server.origin, locale: 'kk-KZ' });
		const page = await context.newPage();
		// A file of the same origin, in which the program does not run yet.
		await page.goto('/fonts/OFL.txt');
		await page.evaluate<void, unknown>(restoreDatabases as (databases: unknown) => Promise<void>, copy.databases);
		await page.evaluate(
			(kept) => Object.entries(kept).forEach((entry) => localStorage.setItem(...entry)),
			copy.localStorage
		);

		await comeWithOldPin(page);
		await allSent(page);
		await page.goto('/search');
		await page.getByRole('searchbox').fill('Әбдірахманова Жұлдыз');
		await expect(page.getByRole('link', { name: /1323\s?0500\s?0024\s?9729/ })).toBeVisible();
		const typed = rowsIn<{ id: string; kind: string }>(copy, 'drafts').find(({ kind }) => kind === 'accept');
		await page.goto(`/window/accept?draft=${typed?.id}`);
		await expect(page.getByLabel('Тегі', { exact: true })).toHaveValue('Жартылай');
		await expect(page.getByLabel('Аты', { exact: true })).toHaveValue('Терілген');

		await page.keyboard.press('F9');
		await unlock(page, WINDOW_1);
		await context.close();
		await server.end();
	});
