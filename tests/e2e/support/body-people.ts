import { expect, type Page } from '@playwright/test';
import { acceptVisit } from './acts.ts';
import { newIin } from './iin.ts';
import { wedge } from './scan.ts';
import { visit } from './visit.ts';
import { groupedNumber, groupedText } from './grouped-number.ts';

/** The label's number: another first digit, and so other check digits (ISO 7064 MOD 97-10), worked out here on purpose. */
export function resultNumberOf(application: string): string {
	const body = `2${application.slice(1, 14)}`;
	return body + String(98n - ((BigInt(body) * 100n) % 97n)).padStart(2, '0');
}

/** Somebody comes straight to the body; gives the application's number. */
export async function acceptAtCounter(page: Page, service: string, surname: string): Promise<string> {
	await visit(page, '/body/counter');
	await expect(page.getByRole('heading', { name: 'Жаңа өтініш' })).toBeVisible();
	await page.getByLabel('ЖСН', { exact: true }).fill(newIin());
	await page.getByLabel('Тегі', { exact: true }).fill(surname);
	await page.getByLabel('Аты', { exact: true }).fill('Дана');
	await page.getByLabel('Тұрғылықты мекенжайы').fill('Шымкент қаласы, Абай даңғылы, 3');
	await page.getByLabel('Байланыс телефоны').fill('8 702 765 43 21');
	await page.getByText(service, { exact: true }).click();
	await page.getByRole('region', { name: 'Қоса берілген құжаттар' }).getByLabel('Парақ саны').first().fill('2');
	return acceptVisit(page);
}

/** Waits until the sync has brought an application to this device. */
export async function hasHeardOf(page: Page, number: string): Promise<void> {
	await visit(page, `/application/${number}`);
	await expect(page.getByText('Пакет қазір кімде')).toBeVisible({ timeout: 20_000 });
}

/** The head names the executor of one application, by its packet's code. */
export async function assign(page: Page, number: string, executor: string): Promise<void> {
	await visit(page, '/body/resolutions');
	await expect(page.getByRole('heading', { name: /^Күтіп тұр:/ })).toBeVisible();
	await wedge(page, number);
	await expect(page.getByText('Таңдалды. Барлығы: 1').first()).toBeVisible();
	await page.getByRole('radio', { name: new RegExp(`^${executor}`) }).check();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/Бұрыштама қойылды\. Барлығы: 1/)).toBeVisible();
}

/** The head names one executor for everything that waits. */
export async function assignAll(page: Page, count: number, executor: string): Promise<void> {
	await visit(page, '/body/resolutions');
	await page.getByRole('button', { name: `Барлығын таңдау: ${count}` }).click();
	await page.getByRole('radio', { name: new RegExp(`^${executor}`) }).check();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(`Бұрыштама қойылды. Барлығы: ${count}`)).toBeVisible();
}

/** The head gives an application that is being examined to somebody else. */
export async function reassign(page: Page, number: string, executor: string): Promise<void> {
	await visit(page, '/body/applications');
	await expect(page.getByRole('heading', { name: 'Барлық өтініштер' })).toBeVisible();
	await page.getByRole('checkbox', { name: groupedNumber(number) }).check();
	await page.getByRole('button', { name: 'Басқа орындаушыға беру' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('radio', { name: new RegExp(`^${executor}`) }).check();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Басқа орындаушыға берілді. Барлығы: 1')).toBeVisible();
}

async function openBench(page: Page, number: string): Promise<void> {
	await visit(page, `/body/examine/${number}`);
	await expect(page.getByRole('heading', { name: 'Құжаттардың толықтығы' })).toBeVisible();
}

/** Every document has its mark: what lies in the packet is in place, nothing else is needed. */
async function checkPacket(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Пакеттегінің бәрін «Бар» деп белгілеу' }).click();
	const unchecked = page.getByRole('group').filter({ has: page.getByText('Пакетке салынбаған') });
	for (const line of await unchecked.all()) await line.getByRole('radio', { name: 'Қажет емес' }).check();
	await expect(page.getByText('Құжаттар толық', { exact: true })).toBeVisible();
}

/** Each value that the letter asks for, as the example below its field says it. */
async function fillOwnFields(page: Page): Promise<void> {
	for (const field of await page.getByRole('group', { name: 'Хат деректері' }).getByRole('textbox').all()) {
		const id = await field.getAttribute('id');
		const hint = await page.locator(`#${id}-hint`).innerText();
		await field.fill(hint.replace(/^.*: /, ''));
	}
}

/** The executor checks the packet and writes a notice. */
export async function draftNotice(page: Page, number: string): Promise<void> {
	await openBench(page, number);
	await checkPacket(page);
	await page.getByRole('group', { name: 'Шешім' }).getByRole('radio').first().check();
	await fillOwnFields(page);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Қол қоюға жіберілді').first()).toBeVisible();
}

/** The executor writes a reasoned refusal on the first ground of the list. */
export async function draftRefusal(page: Page, number: string, why: { kk: string; ru: string }): Promise<void> {
	await openBench(page, number);
	await checkPacket(page);
	await page.getByRole('radio', { name: 'Дәлелді бас тарту' }).check();
	await page.getByRole('group', { name: 'Бас тарту негіздері' }).getByRole('checkbox').first().check();
	await page.getByLabel('Түсіндірме (қазақша)').fill(why.kk);
	await page.getByLabel('Түсіндірме (орысша)').fill(why.ru);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Қол қоюға жіберілді').first()).toBeVisible();
}

/** The head sends the draft that is open back to its executor. */
export async function sendBack(page: Page, number: string, remark: string): Promise<void> {
	await openDraft(page, number);
	await page.getByRole('button', { name: 'Пысықтауға қайтару' }).click();
	await page.getByLabel('Ескертпе: нені түзету керек').fill(remark);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/Пысықтауға қайтарылды\. Орындаушы:/)).toBeVisible();
}

async function openDraft(page: Page, number: string): Promise<void> {
	await visit(page, '/body/signing');
	await expect(page.getByRole('heading', { name: /^(Күтіп тұр|Қол қоюды күтіп)/ })).toBeVisible();
	await page.getByRole('checkbox', { name: groupedNumber(number) }).focus();
}

/** The head has signed the paper, and scans its code. */
export async function markSigned(page: Page, number: string): Promise<void> {
	await visit(page, '/body/signing');
	await expect(page.getByRole('heading', { name: 'Қол қою', exact: true })).toBeVisible();
	await wedge(page, resultNumberOf(number));
	// No printer here: the paper was made elsewhere, and the screen asks.
	const asked = page.getByRole('dialog', { name: 'Бұл қағаз басып шығарылмаған' });
	await asked.getByRole('radio', { name: 'Бағдарламадан тыс, қолмен терілген' }).check();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/Қол қойылды\. Кезекте қалды:/).first()).toBeVisible();
}

/** A signed result goes into the ledger; gives the entry's number that was suggested. */
export async function record(page: Page, number: string): Promise<string> {
	await visit(page, '/body/ledger?part=record');
	await expect(page.getByRole('heading', { name: 'Есепке алу кітабы' })).toBeVisible();
	await wedge(page, resultNumberOf(number));
	const entry = page.getByLabel('Кітаптағы нөмірі');
	await expect(entry).toHaveValue(/\d+/);
	const written = await entry.inputValue();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Кітапқа тіркелді').first()).toBeVisible();
	return written;
}

/** A packet of the register is not in the cart: marked by hand, with the reason. */
export async function missing(page: Page, number: string, why: string): Promise<void> {
	await page.getByRole('button', { name: `Түспеді: ${number}` }).click();
	await page.getByLabel('Жолдың себебі').fill(why);
	await page.getByRole('button', { name: 'Сақтау' }).click();
	await expect(page.getByText(why)).toBeVisible();
}

/** The result is handed out at the body, to the applicant with the talon. */
export async function handOutAtBody(page: Page, number: string): Promise<void> {
	await visit(page, '/body/hand-out');
	// The list of what is ready stands: from here on a scan is heard.
	await expect(page.getByText(groupedNumber(number)).first()).toBeVisible();
	await wedge(page, number);
	await expect(page.getByRole('radio', { name: 'бойынша' }).first()).toBeChecked();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/Нәтиже берілді\. Күні:/).first()).toBeVisible();
}

/** A refusal is handed out at the window: its grounds are explained first. */
export async function handOutRefusal(page: Page, number: string): Promise<void> {
	await visit(page, '/window/hand-out');
	// The list of what is ready stands: from here on a scan is heard.
	await expect(page.getByText(groupedNumber(number)).first()).toBeVisible();
	await wedge(page, number);
	await page.getByRole('checkbox', { name: /түсіндірілді/ }).check();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/Нәтиже берілді\. Күні:/).first()).toBeVisible();
}

/** The day cannot be closed before the missing packet is explained; then it is, and both balances hold. */
export async function explainAndClose(page: Page, number: string, why: string): Promise<void> {
	await visit(page, '/control/closing');
	await expect(page.getByText(/Күнді жабуға болмайды/).first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'Күнді жабу' })).toHaveCount(0);
	await page.getByRole('button', { name: new RegExp(`Түсіндірме жазу: ${groupedText(number)}`) }).click();
	await page.getByRole('dialog').getByRole('textbox').fill(why);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Түсіндірме жазылды. Саны: 1')).toBeVisible();
	await closeDay(page);
}

/** Closes the day; every balance on the screen says that it is equal. */
export async function closeDay(page: Page): Promise<void> {
	await visit(page, '/control/closing');
	await expect(page.getByRole('heading', { name: 'Нөмірлер' })).toBeVisible();
	await expect(page.getByText('тең', { exact: true })).toHaveCount(3);
	await expect(page.getByText('тең емес', { exact: true })).toHaveCount(0);
	await page.getByRole('button', { name: 'Күнді жабу' }).click();
	await expect(page.getByText('Күн жабылды. Парақ басуға жіберілді.')).toBeVisible();
}
