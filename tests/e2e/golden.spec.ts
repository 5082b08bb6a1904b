import { expect, test } from '@playwright/test';
import { browserCopy, layServerData, RELEASES, rowsIn } from '../golden/golden-copies.ts';
import { restoreDatabases } from '../golden/restore-indexed-db.ts';
import { allSent, signIn, WINDOW_1 } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';

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

		await signIn(page, WINDOW_1);
		await allSent(page);
		await page.goto('/search');
		await page.getByRole('searchbox').fill('Әбдірахманова Жұлдыз');
		await expect(page.getByRole('link', { name: /1323\s?0500\s?0024\s?9729/ })).toBeVisible();
		const typed = rowsIn<{ id: string; kind: string }>(copy, 'drafts').find(({ kind }) => kind === 'accept');
		await page.goto(`/window/accept?draft=${typed?.id}`);
		await expect(page.getByLabel('Тегі', { exact: true })).toHaveValue('Жартылай');
		await expect(page.getByLabel('Аты', { exact: true })).toHaveValue('Терілген');
		await context.close();
		await server.end();
	});
