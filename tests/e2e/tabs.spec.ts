import { expect, type Page, test } from '@playwright/test';
import { accept, acceptedNumber, collect, dispatchOpen, fillVisit } from './support/acts.ts';
import { COLLECTION, signIn, unlock, WINDOW_1 } from './support/desk.ts';
import { wedge } from './support/scan.ts';
import { visit } from './support/visit.ts';
import { groupedNumber } from './support/grouped-number.ts';

test.beforeEach(({ context }) => context.addInitScript(() => (window.print = () => undefined)));

/** One more tab of the same browser: it knows the device, and asks who sits before it. */
async function anotherTab(page: Page, number: string): Promise<Page> {
	const tab = await page.context().newPage();
	await tab.goto('/');
	await unlock(tab, number);
	return tab;
}

async function fillUpToAccept(page: Page, surname: string): Promise<void> {
	await visit(page, '/window/accept');
	await expect(page.getByRole('heading', { name: 'Жаңа өтініш' })).toBeVisible();
	await fillVisit(page, { surname });
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: 'Жауаптарды тексеру' })).toBeVisible();
}

test('two tabs accept at the same moment: two numbers, and both tabs know both applications', async ({ page }) => {
	test.setTimeout(90_000);
	await signIn(page, WINDOW_1);
	const other = await anotherTab(page, WINDOW_1);
	const tabs = [page, other];
	await fillUpToAccept(page, 'Біріншіқызы');
	await fillUpToAccept(other, 'Екіншіқызы');
	// The keys go to the page itself: only one of two tabs has the focus of the window.
	await Promise.all(
		tabs.map((tab) =>
			tab.evaluate(() =>
				document.body.dispatchEvent(
					new KeyboardEvent('keydown', { code: 'Enter', key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true })
				)
			)
		)
	);
	const numbers = await Promise.all(tabs.map((tab) => acceptedNumber(tab)));
	expect(new Set(numbers).size).toBe(2);
	for (const tab of tabs) {
		await tab.goto('/journal');
		for (const number of numbers) await expect(tab.getByRole('link', { name: groupedNumber(number) })).toHaveCount(1);
		await expect(tab.getByText('Біріншіқызы')).toHaveCount(1);
		await expect(tab.getByText('Екіншіқызы')).toHaveCount(1);
	}
});

test('a draft that is open in one tab is told in the other, and comes over when the first is closed', async ({
	page
}) => {
	await signIn(page, WINDOW_1);
	const other = await anotherTab(page, WINDOW_1);
	await visit(page, '/window/accept');
	await fillVisit(page, { surname: 'Қосқойынды' });
	await expect(page).toHaveURL(/draft=/);
	await other.goto(page.url());
	await expect(other.getByText('Бұл өтініш басқа қойындыда ашық. Сол қойындыға өтіңіз.')).toBeVisible();
	await expect(other.getByLabel('Тегі', { exact: true })).toBeHidden();
	await expect(page.getByLabel('Тегі', { exact: true })).toHaveValue('Қосқойынды');
	await page.close();
	await expect(other.getByLabel('Тегі', { exact: true })).toHaveValue('Қосқойынды');
	await expect(other.getByLabel('Байланыс телефоны')).toHaveValue('8 701 123 45 67');
});

test('two tabs scan into one register, and one of them dispatches all of it', async ({ page }) => {
	test.setTimeout(120_000);
	await signIn(page, WINDOW_1);
	const first = await accept(page);
	const second = await accept(page);
	await page.keyboard.press('F9');
	await unlock(page, COLLECTION);
	await collect(page, WINDOW_1, [first, second]);
	const other = await anotherTab(page, COLLECTION);
	for (const tab of [page, other]) {
		await tab.goto('/collection/registers');
		await expect(tab.getByText('Арбадағы пакеттерді')).toBeVisible();
	}
	await wedge(page, first);
	await expect(page.getByText('Қосылды. Барлығы: 1').first()).toBeVisible();
	await wedge(other, second);
	await expect(other.getByText('Қосылды. Барлығы: 2').first()).toBeVisible();
	await wedge(other, first);
	await expect(other.getByText(/^Қайталанды/).first(), 'what the other tab has scanned is known').toBeVisible();
	const register = await dispatchOpen(page, 'Әлімов Бақыт');
	expect(register).toMatch(/^9\d{15}$/);
	for (const number of [first, second]) {
		await visit(page, `/application/${number}`);
		await expect(page.getByText('жолда').first()).toBeVisible();
	}
});

test('a lock in one tab locks the other; whoever comes next begins at their own work, and no tab goes on as the one before', async ({
	page
}) => {
	await signIn(page, WINDOW_1);
	const other = await anotherTab(page, WINDOW_1);
	await visit(page, '/window/accept');
	await fillVisit(page, { surname: 'Жартылайжазылған' });
	await other.goto('/help');
	await expect(other.getByRole('heading', { name: 'Көмек', level: 1 })).toBeVisible();

	await other.keyboard.press('F9');
	const locked = 'Экран құлыптаулы';
	for (const tab of [page, other]) await expect(tab.getByRole('heading', { name: locked })).toBeVisible();
	await expect(page.getByText('Жартылайжазылған')).toHaveCount(0);

	await unlock(page, COLLECTION);
	await expect(page.getByRole('heading', { name: 'Жұмысым' })).toBeVisible();
	await expect(other.getByRole('heading', { name: locked })).toBeVisible();
	// The one before takes the browser back in the other tab: the first tab is nobody's again.
	await unlock(other, WINDOW_1);
	await expect(page.getByRole('heading', { name: locked })).toBeVisible();
	await other.goto('/window/accept');
	await other.getByRole('navigation', { name: 'Кейінге қалдырылғандар' }).getByRole('link').click();
	await expect(other.getByLabel('Тегі', { exact: true })).toHaveValue('Жартылайжазылған');
});
