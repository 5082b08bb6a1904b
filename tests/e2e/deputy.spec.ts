import { expect, type Page, test } from '@playwright/test';
import * as body from './support/body-people.ts';
import { allSent, BAIZHIGIT, BODY_HEAD, change, CLERK, cutLine, deviceAt, PETRENKO } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('a deputy appointed without a line assigns and signs at once, and every paper says м.а.', async ({ browser }) => {
	test.setTimeout(180_000);
	server = await OwnServer.start();
	const office = await deviceAt(browser, server.origin, CLERK);
	await cutLine(office);
	const number = await body.acceptAtCounter(office, 'Кресло-арба', 'Нұрланова');

	await change(office, PETRENKO);
	await expect(roleSwitch(office), 'an executor has one role').toHaveCount(0);

	await test.step('the head appoints Петренко for today', async () => {
		await change(office, BODY_HEAD);
		await visit(office, '/body/people');
		await office.getByRole('button', { name: 'Міндетін атқарушыны тағайындау' }).click();
		const dialog = office.getByRole('dialog');
		await dialog.getByLabel('Қызметкер', { exact: true }).selectOption({ label: 'Петренко Ольга Викторовна' });
		await dialog.getByLabel(/^Негізі/).fill('№ 12 бұйрық');
		await office.keyboard.press('Control+Enter');
		await expect(office.getByText('Сақталды. Басқа құрылғыларға желі болғанда жетеді.')).toBeVisible();
	});

	await test.step('the deputy assigns in the other role', async () => {
		await change(office, PETRENKO);
		await actAsHead(office);
		await body.assign(office, number, 'Байжігіт');
	});

	await test.step('the executor’s letter bears the head’s name as a deputy’s', async () => {
		await change(office, BAIZHIGIT);
		await body.draftNotice(office, number);
		await change(office, BODY_HEAD);
		await visit(office, '/body/signing');
		await expect(office.getByText(/Бүгін басшының міндетін атқарушы: Петренко О\.В\./)).toBeVisible();
		await expect(office.getByRole('article')).toContainText('Петренко');
		await office.keyboard.press('Control+Enter');
		await expect(office.getByText('Кімнің аты басылатыны таңдалмаған. Қол қоятын адамды таңдаңыз.')).toBeVisible();
		await change(office, PETRENKO);
		await actAsHead(office);
		await body.markSigned(office, number);
		await change(office, BAIZHIGIT);
		await visit(office, `/body/examine/${number}`);
		const letter = office.getByRole('article');
		await expect(letter).toContainText('Басшының м.а.');
		await expect(letter).toContainText('И.о. руководителя');
		await expect(letter).toContainText('Петренко');
	});

	await test.step('the ledger and the story tell it on another device, and nothing is amiss', async () => {
		await office.context().setOffline(false);
		await allSent(office);
		const other = await deviceAt(browser, server!.origin, CLERK);
		await body.hasHeardOf(other, number);
		await expect(other.getByText('Қол қойылды').first()).toBeVisible();
		const signed = other.getByRole('listitem').filter({ hasText: /^\s*Қол қойылды/ });
		await expect(signed.first()).toContainText('м.а.');
		await expect(other.getByRole('heading', { name: 'Сәйкессіздіктер' })).toHaveCount(0);
		await body.record(other, number);
		await visit(other, '/body/ledger?service=disabled-wheelchair');
		await expect(other.getByRole('row', { name: /Нұрланова/ })).toContainText('Петренко О.В. (м.а.)');
		await other.context().close();
	});
	await office.context().close();
});

const roleSwitch = (page: Page) => page.getByRole('group', { name: 'Қай рөлде жұмыс істейсіз' });

async function actAsHead(page: Page): Promise<void> {
	await visit(page, '/work');
	const head = roleSwitch(page).getByRole('button', { name: /^Басшы/ });
	await head.click();
	await expect(head).toHaveAttribute('aria-pressed', 'true');
	await expect(page.getByText('Сіз қазір міндетін атқарушы ретінде жұмыс істеп отырсыз.')).toBeVisible();
}
