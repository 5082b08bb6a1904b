import { type Page } from '@playwright/test';

/** Sets a first password with an administrator's one-time code, from the first page on; whoever has one is signed in by it. */
export async function setPassword(page: Page, number: string, code: string, password: string): Promise<void> {
	await page.getByRole('button', { name: 'Құпиясөзді ұмыттым' }).click();
	await page.getByLabel('Қызметкер нөмірі').fill(number);
	await page.getByLabel('Бір реттік код', { exact: true }).fill(code);
	await page.getByLabel('Жаңа құпиясөз', { exact: true }).fill(password);
	await page.getByLabel('Жаңа құпиясөзді қайталаңыз', { exact: true }).fill(password);
	await page.keyboard.press('Enter');
}

/** Chooses the first PIN at a device. */
export async function choosePin(page: Page, pin: string): Promise<void> {
	await page.getByLabel('Жаңа PIN', { exact: true }).fill(pin);
	await page.getByLabel('Жаңа PIN қайталаңыз', { exact: true }).fill(pin);
	await page.keyboard.press('Enter');
}
