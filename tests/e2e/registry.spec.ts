import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { choosePin, setPassword } from './support/begin.ts';
import { ADMIN, deviceAt } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';

const NUMBER = '4107';
const PASSWORD = 'тынық мұхит үш кеме';
let server: OwnServer;

test.beforeEach(async () => {
	server = await OwnServer.start();
});
test.afterEach(() => server.end());

test('I70 whoever is entered begins with the one-time code, and cannot sign in after they left', async ({
	browser
}) => {
	const admin = await deviceAt(browser, server.origin, ADMIN);
	await admin.getByRole('link', { name: 'Қызметкерлер тізілімі' }).click();
	await expect(admin.getByRole('rowheader', { name: '101', exact: true })).toBeVisible();
	await expectAccessible(admin);
	await admin.getByRole('button', { name: 'Қызметкерді енгізу' }).click();
	await admin.getByLabel('Қызметкер нөмірі').fill('101');
	await admin.getByLabel('Тегі', { exact: true }).fill('Ахметова');
	await admin.getByLabel('Аты', { exact: true }).fill('Жанар');
	await admin.getByLabel('Орталықтың инспекторы').check();
	await admin.getByLabel('Әдеттегі терезесі').selectOption('2');
	await admin.keyboard.press('Control+Enter');
	await expect(admin.getByText('101 нөмірі бос емес')).toBeVisible();
	await expect(admin.getByLabel('Қызметкер нөмірі')).toBeFocused();
	await admin.getByLabel('Қызметкер нөмірі').fill(NUMBER);
	await admin.keyboard.press('Control+Enter');
	const shown = admin.getByText(/^7\d{3}(?:-\d{4}){3}$/);
	await expect(shown).toBeVisible();
	await expectAccessible(admin);
	const code = await shown.innerText();
	await admin.getByRole('dialog').getByRole('button', { name: 'Жабу' }).last().click();
	await expect(admin.getByRole('row', { name: /4107/ })).toContainText('құпиясөзі жоқ');

	const page = await (await browser.newContext({ baseURL: server.origin, locale: 'kk-KZ' })).newPage();
	await page.goto('/');
	await setPassword(page, NUMBER, code, PASSWORD);
	await page.getByRole('button', { name: 'Жалғастыру' }).click();
	await choosePin(page, '905716');
	await expect(page.getByRole('heading', { name: 'Жұмысым' })).toBeVisible();
	await expect(page.getByText('№ 3 қалалық бөлімі · 2-терезе')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Қабылдау' })).toBeVisible();

	await admin.getByRole('button', { name: 'Ашу: Ахметова Жанар' }).click();
	await admin.getByRole('button', { name: 'Жұмыстан шыққанын белгілеу' }).click();
	// What destroys is asked again, and pressed on purpose.
	await expect(admin.getByText('Қызметкердің барлық рөлі аяқталады')).toBeVisible();
	await admin.getByRole('button', { name: 'Жұмыстан шыққанын белгілеу' }).click();
	await expect(admin.getByText('Жұмыстан шыққаны белгіленді: Ахметова Жанар')).toBeVisible();
	await admin.locator('summary', { hasText: 'Жұмыстан шыққандар: 1' }).click();
	await expect(admin.getByRole('row', { name: /4107/ })).toBeVisible();

	const next = await (await browser.newContext({ baseURL: server.origin, locale: 'kk-KZ' })).newPage();
	await next.goto('/');
	await next.getByLabel('Қызметкер нөмірі').fill(NUMBER);
	await next.getByLabel('Құпиясөз', { exact: true }).fill(PASSWORD);
	await next.getByRole('button', { name: 'Кіру', exact: true }).click();
	await expect(next.getByRole('alert')).toContainText('Қалған талпыныс: ');
});
