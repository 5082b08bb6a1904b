import { expect, test } from '@playwright/test';
import { accept } from './support/acts.ts';
import { allSent, signIn, WINDOW_1 } from './support/desk.ts';

const WARNING = /Құрылғының сағаты қате болуы мүмкін\. Құрылғыда: .+, серверде: .+\. Әкімшіге хабарлаңыз\./;
const DAY_MS = 24 * 60 * 60 * 1000;

test.beforeEach(({ context }) => context.addInitScript(() => (window.print = () => undefined)));

test('a clock that is a day ahead is told on every screen, and the window goes on accepting', async ({ page }) => {
	await page.clock.install({ time: Date.now() + DAY_MS });
	await signIn(page, WINDOW_1);
	await expect(page.getByText(WARNING)).toBeVisible();
	expect(await accept(page)).toMatch(/^1\d{15}$/);
	await allSent(page);
	await expect(page.getByText(WARNING)).toBeVisible();
});

test('a clock that is right is not talked about', async ({ page }) => {
	await signIn(page, WINDOW_1);
	await allSent(page);
	await expect(page.getByText(WARNING)).toBeHidden();
});
