import { expect, type Page } from '@playwright/test';
import { numberIn } from './acts.ts';
import { wedge } from './scan.ts';
import { visit } from './visit.ts';

/** The clerk checks a dispatched register against the cart. */
export async function receiveRegister(page: Page, register: string, papers: readonly string[]): Promise<void> {
	await visit(page, '/body/desk?part=arrivals');
	await expect(page.getByRole('button', { name: `Ашу: ${register}` })).toBeVisible({ timeout: 20_000 });
	await wedge(page, register);
	await expect(page.getByText('Әр пакеттің кодын сканерлеңіз').first()).toBeVisible();
	for (const paper of papers) await wedge(page, paper);
	await expect(page.getByText('Түсті. Қалды: 0').first()).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(`Пакеттер қабылданды. Түсті: ${papers.length}`)).toBeVisible();
}

export async function registerPacket(page: Page, number: string): Promise<void> {
	await visit(page, '/body/desk?part=register');
	await expect(page.getByText('Оспанов').first()).toBeVisible();
	await wedge(page, number);
	await expect(page.getByText('Тіркелмеген пакет жоқ')).toBeVisible();
}

/** Notes that the paper is a notice; gives the number of the result's own label. */
export async function noteNotice(page: Page, number: string): Promise<string> {
	await visit(page, '/body/desk?part=results');
	await expect(page.getByText('Оспанов').first()).toBeVisible();
	await wedge(page, number);
	await page.getByText('Хабарлама', { exact: true }).click();
	await page.getByLabel('Жауапты орындаушы').selectOption({ index: 1 });
	await page.getByLabel('Кітаптағы нөмірі').fill('118');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Нәтиже белгіленді. Барлығы: 1')).toBeVisible();
	return resultNumberOf(number);
}

/** The label's number: another first digit, and so other check digits (ISO 7064 MOD 97-10), worked out here on purpose. */
function resultNumberOf(application: string): string {
	const body = `2${application.slice(1, 14)}`;
	return body + String(98n - ((BigInt(body) * 100n) % 97n)).padStart(2, '0');
}

/** Sends results to their Center; gives the number of the return register. */
export async function returnResults(page: Page, results: readonly string[], courier: string): Promise<string> {
	await visit(page, '/body/desk?part=returns');
	await expect(page.getByText('Оспанов').first()).toBeVisible();
	for (const result of results) await wedge(page, result);
	await expect(page.getByText(`Қосылды. Барлығы: ${results.length}`).first()).toBeVisible();
	await page.getByLabel('Курьердің тегі мен аты').fill(courier);
	await page.keyboard.press('Control+Enter');
	return numberIn(page, /Тізілім Орталыққа жөнелтілді\. Нөмірі:/);
}
