import { expect, type Page, test } from '@playwright/test';
import * as body from './support/body-people.ts';
import { AUTHORITY, allSent, BODY_HEAD, change, CLERK, deviceAt, PETRENKO } from './support/desk.ts';
import { draftsOnDisk } from './support/drafts-on-disk.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';
import { groupedNumber } from './support/grouped-number.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

const GROUND = 'Өтініш беруші қайтыс болған';
const TEXT = 'Кресло-арба беру туралы шешім қабылданды. Өтініштің нөмірі: {number}.';

test('the data of a regulation are edited on the screen: what runs keeps its version, what is new has the new ground and letter', async ({
	browser
}) => {
	test.setTimeout(180_000);
	server = await OwnServer.start();
	const admin = await deviceAt(browser, server.origin, AUTHORITY);
	const office = await deviceAt(browser, server.origin, CLERK);
	const before = await body.acceptAtCounter(office, 'Кресло-арба', 'Бұрынғықызы');

	await test.step('a row without its Russian words and a field that letters do not have are told at their places', async () => {
		await visit(admin, '/regulations/disabled-wheelchair');
		await admin.getByRole('link', { name: 'Деректерді өзгерту' }).click();
		await admin.getByRole('button', { name: 'Негіз қосу' }).click();
		await admin.keyboard.type(GROUND);
		await letter(admin).fill(TEXT.replace('{number}', '{sum}'));
		await expect(admin.getByRole('region', { name: 'Қағаздағы түрі: Хабарлама' })).toContainText('{sum}');
		await admin.keyboard.press('Control+Enter');
		const wrong = admin.getByRole('group', { name: 'Түзетілетін өріс:' });
		await expect(wrong).toBeFocused();
		await wrong.getByRole('link', { name: 'бас тарту негіздері › № 3 › орысша: Мән бос. Мәтін жазыңыз.' }).click();
		await admin.keyboard.type('Заявитель умер');
		await expect(
			wrong.getByRole('link', { name: /хаттардың үлгілері .* мұндай өріс болмайды: \{sum\}/ })
		).toBeVisible();
	});
	await test.step('after a reload it goes on where it was left', async () => {
		await expect(admin.getByText('Жазып бастағаныңыз')).toHaveCount(0);
		await expect.poll(() => draftsOnDisk(admin)).toContain('Заявитель умер');
		await admin.reload();
		await expect(admin.getByText('Жазып бастағаныңыз қайта ашылды')).toBeVisible();
		await expect(letter(admin)).toHaveValue(TEXT.replace('{number}', '{sum}'));
		await letter(admin).fill(TEXT.replace('{number}.', ''));
		await admin
			.getByRole('region', { name: 'Хаттың үлгісі: Хабарлама' })
			.getByRole('button', { name: '{number}' })
			.click();
		await expect(letter(admin)).toHaveValue(TEXT.slice(0, -1));
	});
	await test.step('put right, it shows what changes and is saved as the next version', async () => {
		await admin.keyboard.press('Control+Enter');
		const changes = admin.getByRole('region', { name: /^Өзгеретіні: \d$/ });
		await expect(changes.getByRole('row', { name: new RegExp(GROUND) })).toBeVisible();
		await expect(changes.getByRole('row', { name: /хаттардың үлгілері › хабарлама › қазақша/ })).toBeVisible();
		await admin.keyboard.press('Control+Enter');
		await expect(admin.getByText(/^Нұсқа сақталды: Кресло-арба, Нұсқа: 2/)).toBeVisible();
		await allSent(admin);
	});

	const after = await test.step('the clerk, whose device has heard of it, accepts under it', async () => {
		await visit(office, '/regulations/disabled-wheelchair');
		await expect(office.getByText('Нұсқа: 2 (қолданыста)')).toBeVisible({ timeout: 20_000 });
		return body.acceptAtCounter(office, 'Кресло-арба', 'Кейінгіқызы');
	});
	await test.step('each is decided by its own data', async () => {
		await change(office, BODY_HEAD);
		await body.assignAll(office, 2, 'Петренко');
		await change(office, PETRENKO);
		await expectData(office, before, false);
		await expectData(office, after, true);
	});
	await admin.context().close();
	await office.context().close();
});

const letter = (page: Page) =>
	page.getByRole('region', { name: 'Хаттың үлгісі: Хабарлама' }).getByLabel('Қазақша мәтін');

/** The workbench knows the term of the version; the letter begins with its template, and its grounds are to choose from. */
async function expectData(page: Page, number: string, edited: boolean): Promise<void> {
	await visit(page, `/body/examine/${number}`);
	await expect(page.getByText(/^Мерзімі: .*Қалды: /u)).toBeVisible();
	await page.getByRole('group', { name: 'Шешім' }).getByRole('radio').first().check();
	const text = page.getByLabel('Қазақша мәтін');
	await expect(text).toHaveValue(edited ? /^Кресло-арба беру туралы шешім/ : /өтінішіңіз қаралды/);
	if (edited) await expect(text).toHaveValue(groupedNumber(number));
	await page.getByRole('radio', { name: 'Дәлелді бас тарту' }).check();
	await expect(page.getByRole('checkbox', { name: GROUND })).toHaveCount(edited ? 1 : 0);
}
