import { expect, type Page } from '@playwright/test';
import { demoPin } from './desk.ts';
import { newIin } from './iin.ts';
import { wedge } from './scan.ts';
import { visit } from './visit.ts';

export type Visitor = { iin: string; surname: string; given: string; patronymic: string };

/** The person of the demonstration story; the IIN is another one at each visit. */
export const APPLICANT = { surname: 'Оспанов', given: 'Ержан', patronymic: 'Қайратұлы' };

/** Fills the form of a visit for service 3 with two documents; every other value is plausible. */
export async function fillVisit(page: Page, person: Partial<Visitor> = {}): Promise<void> {
	await fillPerson(page, person);
	await page.getByText('Балаларға жәрдемақы', { exact: true }).click();
	const documents = page.getByRole('region', { name: 'Қоса берілген құжаттар' });
	await documents.getByLabel('Парақ саны').nth(1).fill('1');
	await documents.getByLabel('Парақ саны').nth(2).fill('2');
}

/** Who has come, and where they live: all that comes before the service. */
export async function fillPerson(page: Page, person: Partial<Visitor> = {}): Promise<void> {
	const { iin, surname, given, patronymic } = { iin: newIin(), ...APPLICANT, ...person };
	await page.getByLabel('ЖСН', { exact: true }).fill(iin);
	await page.getByLabel('Тегі', { exact: true }).fill(surname);
	await page.getByLabel('Аты', { exact: true }).fill(given);
	await page.getByLabel('Әкесінің аты (болса)').fill(patronymic);
	await page.getByLabel('Тұрғылықты мекенжайы').fill('Шымкент қаласы, Төлеби көшесі, 12');
	await page.getByLabel('Байланыс телефоны').fill('8 701 123 45 67');
}

/** Checks the answers and accepts; gives the number that is shown, digits only. */
export async function acceptVisit(page: Page): Promise<string> {
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: 'Жауаптарды тексеру' })).toBeVisible();
	await page.keyboard.press('Control+Enter');
	return acceptedNumber(page);
}

/** The number on the panel of an accepted application. */
export async function acceptedNumber(page: Page): Promise<string> {
	await expect(page.getByRole('heading', { name: 'Өтініш қабылданды' })).toBeVisible();
	const text = await page.getByRole('status').filter({ hasText: 'Өтініш нөмірі' }).innerText();
	// The number stands there twice: in groups for eyes, in one for readers.
	return text.replace(/\D/g, '').slice(0, 16);
}

/** Accepts one application from an empty form on. */
export async function accept(page: Page, person: Partial<Visitor> = {}): Promise<string> {
	await visit(page, '/window/accept');
	await expect(page.getByRole('heading', { name: 'Жаңа өтініш' })).toBeVisible();
	await fillVisit(page, person);
	return acceptVisit(page);
}

/**
 * Takes everything from the shelf of a window and lets its inspector countersign with the PIN. `window`: where the device is not the
 * window's own, which one the round has come to.
 */
export async function collect(page: Page, giver: string, papers: readonly string[], window?: string): Promise<void> {
	await visit(page, '/collection/collect');
	if (window) await page.getByRole('radio', { name: new RegExp(`^${window}-терезе`) }).check();
	await expect(page.getByText('Сөредегі пакеттерді сканерлеңіз').first()).toBeVisible();
	for (const paper of papers) await wedge(page, paper);
	await page.getByRole('button', { name: 'Пакеттерді қабылдау' }).click();
	await page.getByLabel('Тапсырушының қызметкер нөмірі').fill(giver);
	await page.getByLabel('Тапсырушының PIN коды').fill(demoPin(giver));
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(`Пакеттер қабылданды. Барлығы: ${papers.length}`)).toBeVisible();
}

/** Scans packets into their body's register and dispatches it; gives the register's number. */
export async function dispatch(page: Page, papers: readonly string[], courier: string): Promise<string> {
	await visit(page, '/collection/registers');
	await expect(page.getByText('Арбадағы пакеттерді')).toBeVisible();
	for (const paper of papers) await wedge(page, paper);
	await expect(page.getByText(`Қосылды. Барлығы: ${papers.length}`).first()).toBeVisible();
	return dispatchOpen(page, courier);
}

/** Dispatches the register that is open on the screen; gives its number. */
export async function dispatchOpen(page: Page, courier: string): Promise<string> {
	await page.keyboard.press('Control+Enter');
	await page.getByRole('combobox', { name: 'Курьердің тегі мен аты' }).fill(courier);
	await page.getByRole('button', { name: 'Жөнелту және басып шығару' }).click();
	return numberIn(page, /Тізілім жөнелтілді\. Нөмірі:/);
}

/** The number of a paper in a message of the screen. */
export async function numberIn(page: Page, message: RegExp): Promise<string> {
	const shown = page.getByText(message).first();
	// It is shown when the paper is made, which a busy machine takes its time for.
	await expect(shown).toBeVisible({ timeout: 30_000 });
	return (await shown.innerText()).replace(/\D/g, '').slice(0, 16);
}

/** Checks results off against the register that they came with. */
export async function arriveResults(page: Page, register: string, results: readonly string[]): Promise<void> {
	await visit(page, '/collection/arrivals');
	await expect(page.getByText('Тізілім кодын сканерлеңіз').first()).toBeVisible();
	await wedge(page, register);
	await expect(page.getByText('Әр нәтиженің өз кодын сканерлеңіз').first()).toBeVisible();
	for (const result of results) await wedge(page, result);
	await expect(page.getByText('Түсті. Қалды: 0').first()).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(`Нәтижелер қабылданды. Түсті: ${results.length}`)).toBeVisible();
}

/** Scans the receipt and hands the result to the applicant. */
export async function handOut(page: Page, number: string): Promise<void> {
	await visit(page, '/window/hand-out');
	await expect(page.getByRole('heading', { name: 'Нәтиже беру' })).toBeVisible();
	await wedge(page, number);
	await expect(page.getByRole('radio', { name: 'Қолхат бойынша' })).toBeChecked();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/Нәтиже берілді\. Күні:/).first()).toBeVisible();
}
