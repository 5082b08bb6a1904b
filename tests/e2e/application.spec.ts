import { expect, test } from '@playwright/test';
import { accept } from './support/acts.ts';
import { COLLECTION, deviceOf, unlock, WINDOW_1 } from './support/desk.ts';
import { wedge } from './support/scan.ts';
import { visit } from './support/visit.ts';

test.beforeEach(({ context }) => context.addInitScript(() => (window.print = () => undefined)));

test('an applicant takes the application back and gets the documents', async ({ context }) => {
	const page = await deviceOf(context, WINDOW_1);
	const number = await accept(page);
	await visit(page, `/application/${number}`);
	await page.getByRole('button', { name: 'Кері алуды тіркеу' }).click();
	await page.getByRole('dialog').getByLabel('Себебі').fill('Көшіп кетті');
	await page.getByRole('dialog').getByRole('button', { name: 'Кері алуды тіркеу' }).click();
	await expect(page.getByText('Кері алу тіркелді. Құжаттарды беруге болады.')).toBeVisible();
	await page.getByRole('button', { name: 'Берілгенін белгілеу' }).click();
	const sure = page.getByRole('dialog').getByRole('button', { name: 'Берілгенін белгілеу' });
	const done = page.getByText('Құжаттардың берілгені белгіленді');
	await expect(sure.or(done)).toBeVisible();
	if (await sure.isVisible()) await sure.click();
	await expect(done).toBeVisible();
	await expect(page.getByText('өтініш берушіде').first()).toBeVisible();
});

test('results that come without their register are taken in one by one', async ({ context }) => {
	const page = await deviceOf(context, WINDOW_1);
	await page.keyboard.press('F9');
	await unlock(page, COLLECTION);
	await visit(page, '/collection/arrivals?register=none');
	await expect(page.getByText('Тізілімсіз түсті').first()).toBeVisible();
	// A good number of a result that no device here has heard of.
	await wedge(page, `21234500001123${checkOf('21234500001123')}`);
	await expect(page.getByRole('row', { name: /2123 4500 0011 23/ })).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Нәтижелер қабылданды. Түсті: 1')).toBeVisible();
});

/** The two check digits of ISO 7064 MOD 97-10, worked out here on purpose. */
function checkOf(body: string): string {
	return String(98n - ((BigInt(body) * 100n) % 97n)).padStart(2, '0');
}
