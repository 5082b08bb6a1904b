import { expect, type Page, test } from '@playwright/test';
import * as body from './support/body-people.ts';
import { allSent, BODY_HEAD, change, CLERK, cutLine, deviceAt, PETRENKO } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';
import { wedge } from './support/scan.ts';
import { visit } from './support/visit.ts';
import { groupedNumber } from './support/grouped-number.ts';

const REFERRALS = '/body/ledger?service=employment-measures-referral';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('the ledger: a number written twice is warned of, numbers left out are told, a referral is its executor’s', async ({
	browser
}) => {
	test.setTimeout(180_000);
	server = await OwnServer.start();
	const page = await deviceAt(browser, server.origin, CLERK);
	await cutLine(page);

	const [first, second, third] = await test.step('the clerk accepts three wheelchairs', async () => {
		const numbers = [];
		for (const surname of ['Нұрланова', 'Бекенова', 'Сәрсенова'])
			numbers.push(await body.acceptAtCounter(page, 'Кресло-арба', surname));
		return numbers as [string, string, string];
	});
	await change(page, PETRENKO);
	const referral = await test.step('the executor takes in an application for a referral', () =>
		body.acceptAtCounter(page, 'Жұмыспен қамтуға жолдама', 'Тоқтарова'));
	const all = [first, second, third, referral];
	await change(page, BODY_HEAD);
	await body.assignAll(page, all.length, 'Петренко');
	await change(page, PETRENKO);
	for (const number of all) await body.draftNotice(page, number);
	await change(page, BODY_HEAD);
	for (const number of all) await body.markSigned(page, number);

	await change(page, PETRENKO);
	await test.step('the executor enters the referral in its own book and hands it out', async () => {
		expect(await body.record(page, referral)).toBe('1');
		await visit(page, REFERRALS);
		const line = page.getByRole('row', { name: /Тоқтарова/ });
		await expect(line).toContainText('Жолдама');
		await expect(line).toContainText('Беруге дайын');
		await body.handOutAtBody(page, referral);
		await visit(page, REFERRALS);
		await expect(page.getByRole('row', { name: /Тоқтарова/ })).toContainText('Берілді');
	});

	await change(page, CLERK);
	await test.step('the clerk writes one number twice: warned, and only entered when it is meant', async () => {
		expect(await body.record(page, first)).toBe('1');
		const entry = await openRecord(page, second);
		await entry.fill('1');
		const warning = page.getByRole('alert').filter({ hasText: 'Бұл нөмір кітапта бар.' });
		await expect(warning).toContainText(groupedNumber(first));
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('group', { name: /^Түзетілетін өріс/ })).toBeVisible();
		await warning.getByRole('checkbox', { name: 'Нөмірі дұрыс, қайталап тіркеу' }).check();
		await page.keyboard.press('Control+Enter');
		await expect(page.getByText('Кітапқа тіркелді').first()).toBeVisible();
	});
	await test.step('two numbers are left out', async () => {
		await (await openRecord(page, third)).fill('4');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByText('Кітапқа тіркелді').first()).toBeVisible();
	});
	await test.step('the month tells both', async () => {
		await visit(page, '/body/ledger?service=disabled-wheelchair');
		await expect(page.getByText('Кітапта жоқ нөмірлер: 2–3')).toBeVisible();
		const repeated = page.getByText(/^Нөмір қайталанған: 1\. Өтініштер:/);
		await expect(repeated).toContainText(groupedNumber(first));
		await expect(repeated).toContainText(groupedNumber(second));
		await expect(page.getByText(/^Жазба: 3\./)).toBeVisible();
	});
	await page.context().setOffline(false);
	await allSent(page);
	await page.context().close();
});

async function openRecord(page: Page, number: string) {
	await visit(page, '/body/ledger?part=record');
	await expect(page.getByRole('heading', { name: 'Есепке алу кітабы' })).toBeVisible();
	await wedge(page, body.resultNumberOf(number));
	const entry = page.getByLabel('Кітаптағы нөмірі');
	await expect(entry).toHaveValue(/\d+/);
	return entry;
}
