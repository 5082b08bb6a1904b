import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { cutLine, signIn, unlock, WINDOW_1, WINDOW_2 } from './support/desk.ts';

test('a new device gets its number and its place at the first sign-in', async ({ page }) => {
	await signIn(page, WINDOW_1);
	await expect(page.getByText('Шымкент қаласының № 3 қалалық бөлімі · 1-терезе')).toBeVisible();
	await page.goto('/storage');
	await expect(page.getByText(/Құрылғы: \d+/)).toBeVisible();
});

test('a wrong password is told, with the tries that are left', async ({ page }) => {
	await page.goto('/');
	await page.getByLabel('Қызметкер нөмірі').fill('106');
	await page.getByLabel('Құпиясөз', { exact: true }).fill('not it');
	await page.getByRole('button', { name: 'Кіру' }).click();
	await expect(page.getByRole('alert')).toContainText('Қалған талпыныс: ');
	await expect(page.getByLabel('Қызметкер нөмірі')).toHaveValue('106');
});

test('N340 a refusal is shown in the language that is chosen afterwards', async ({ page }) => {
	await page.goto('/');
	await page.getByLabel('Қызметкер нөмірі').fill('104');
	await page.getByLabel('Құпиясөз', { exact: true }).fill('not it');
	await page.getByRole('button', { name: 'Кіру' }).click();
	await expect(page.getByRole('alert')).toContainText('Қалған талпыныс: ');
	await page.getByRole('button', { name: 'РУС, русский' }).click();
	await expect(page.getByRole('alert')).toContainText('Осталось попыток: ');
});

test('J20 one press of the demonstration is at work at its own place, and the lock asks for number and PIN', async ({
	page
}) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Кіру', exact: true }).click();
	await expect(page.getByText('Бұл өріс бос.').first(), 'in our words, not the browser’s').toBeVisible();
	await page.getByRole('button', { name: /^102 / }).click();
	await expect(page.getByRole('heading', { name: 'Жұмысым' })).toBeVisible({ timeout: 30_000 });
	await expect(page.getByText('№ 3 қалалық бөлімі · 2-терезе')).toBeVisible();
	await page.keyboard.press('F9');
	await expect(page.getByLabel('Қызметкер нөмірі')).toBeFocused();
	await page.getByRole('button', { name: /^103 / }).click();
	await expect(page.getByText(/жинақтау бөлімі$/i).first()).toBeVisible({ timeout: 30_000 });
});

test('without a line the PIN unlocks, and one person hands the device to another', async ({ page }) => {
	await signIn(page, WINDOW_1);
	await cutLine(page);
	await page.keyboard.press('F9');
	await unlock(page, WINDOW_2);
	await expect(page.getByRole('button', { name: 'Юсупов Р.Ә.' })).toBeVisible();
	await page.keyboard.press('F9');
	await page.getByLabel('Қызметкер нөмірі').fill(WINDOW_1);
	await page.getByLabel('PIN', { exact: true }).fill('000000');
	await page.getByRole('button', { name: 'Құлыпты ашу' }).click();
	await expect(page.getByRole('alert')).toContainText('PIN дұрыс емес');
});

test('nothing personal is shown without an unlocked person, and the way back is kept', async ({ page }) => {
	await signIn(page, WINDOW_1);
	await page.goto('/help');
	await expect(page.getByRole('heading', { name: 'Көмек' })).toBeVisible();
	await page.keyboard.press('F9');
	await expect(page.getByRole('heading', { name: 'Экран құлыптаулы' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Сейітова А.Б.', exact: true })).not.toBeAttached();
	await expect(page.getByRole('navigation')).toHaveCount(0);
	await unlock(page, WINDOW_1);
	await expect(page.getByRole('heading', { name: 'Көмек' })).toBeVisible();
});

test('every screen opens offline by its address', async ({ page }) => {
	await signIn(page, WINDOW_1);
	await cutLine(page);
	for (const [path, heading] of [
		['/help', 'Көмек'],
		['/outbox', 'Жіберу кезегі'],
		['/window/accept', 'Жаңа өтініш'],
		['/application/1000010000100787', '1000 0100 0010 0787'],
		['/collection/registers', 'Бұл бөлімге кіру құқығыңыз жоқ']
	] as const) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
	}
});

test('the first page and the lock have no accessibility violations, in both languages', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('heading', { name: 'Жүйеге кіру' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Русский' }).click();
	await expect(page.getByRole('heading', { name: 'Вход в систему' })).toBeVisible();
	await expectAccessible(page);
});
