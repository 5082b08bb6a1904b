import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { setPassword } from './support/begin.ts';
import { ADMIN, AUTHORITY, deviceAt } from './support/desk.ts';
import { namesActs } from './support/named-acts.ts';
import { OtherDevice } from './support/other-device.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('I82 an administrator opens a window, sets rounds and revokes a device; the list of acts names it all, in both languages', async ({
	browser
}) => {
	server = await OwnServer.start();
	const other = await OtherDevice.enrol(server.origin, '102');
	const page = await deviceAt(browser, server.origin, ADMIN);

	await test.step('one more window', async () => {
		await visit(page, '/admin/office');
		await page.getByLabel('Жаңа терезенің нөмірі').fill('9-Б');
		await page.keyboard.press('Enter');
		await expect(page.getByText('Терезе ашылды: 9-Б')).toBeVisible();
		await page.getByLabel('Жаңа терезенің нөмірі').fill('9-Б');
		await page.keyboard.press('Enter');
		await expect(page.getByText('Мұндай терезе бар: 9-Б. Басқасын көрсетіңіз.')).toBeVisible();
		await expect(page.getByLabel('Жаңа терезенің нөмірі')).toHaveValue('9-Б');
	});

	await test.step('fewer rounds than the regulation prescribes are refused with its text; enough are saved', async () => {
		const collect = page.getByLabel('Терезелерден жинау');
		await collect.fill('11');
		await page.keyboard.press('Enter');
		await expect(page.getByText(/Жинау саны регламенттегіден аз: «.+»\. Кемінде \d+ уақыт көрсетіңіз/)).toBeVisible();
		await expect(collect).toBeFocused();
		await expect(collect).toHaveValue('11');
		await expectAccessible(page);
		await collect.fill('11, 12.30; 16:15');
		await page.keyboard.press('Enter');
		await expect(page.getByText(/^Кесте сақталды\. Күшіне енетін күні:/)).toBeVisible();
	});

	await test.step('a device is revoked, not without a reason', async () => {
		await visit(page, '/admin/devices');
		await page.getByRole('button', { name: `Ажырату, құрылғы: ${other.number}` }).click();
		const dialog = page.getByRole('dialog');
		const revoke = dialog.getByRole('button', { name: 'Ажырату', exact: true });
		await revoke.click();
		await expect(dialog.getByText('Себебі көрсетілмеген. Қысқаша жазыңыз.')).toBeVisible();
		await expectAccessible(page);
		await dialog.getByLabel('Себебі').fill('Экраны сынған');
		await revoke.click();
		await expect(page.getByText(`Құрылғы ажыратылды: ${other.number}`)).toBeVisible();
		await expect(page.getByText(/^ажыратылған:/)).toBeVisible();
	});

	await visit(page, '/admin/audit');
	await namesActs(page, [
		/\d\d:\d\d.*106 Мұхамедиева Шаһизада.*Әкімші.*Құрылғы ажыратылды.*Себебі: Экраны сынған/,
		/106 Мұхамедиева.*Терезелерден жинау: 11:00, 12:30, 16:15/,
		/106 Мұхамедиева.*9-Б-терезе · ашылды/
	]);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'РУС, русский' }).click();
	await namesActs(page, [
		/106 Мұхамедиева Шаһизада.*Администратор.*Отключение устройства.*Причина: Экраны сынған/,
		/106 Мұхамедиева.*Сбор у окон: 11:00, 12:30, 16:15/,
		/106 Мұхамедиева.*[Оо]кно.*9-Б.* · открыто/
	]);
});

test('I15 the authority moves a person to another org, and the registry shows them there', async ({ browser }) => {
	server = await OwnServer.start();
	const page = await deviceAt(browser, server.origin, AUTHORITY);
	await visit(page, '/admin/registry?org=center-04');
	await page.getByRole('button', { name: 'Ашу: Юсупов Рустам Әнуарұлы' }).click();
	await page.getByRole('button', { name: 'Басқа мекемеге ауыстыру' }).click();
	const move = page.getByRole('dialog').getByRole('button', { name: 'Басқа мекемеге ауыстыру' });
	await move.click();
	await expect(page.getByText('Ештеңе таңдалмаған. Біреуін таңдаңыз.')).toBeVisible();
	await page.getByRole('dialog').getByLabel('Мекеме').selectOption('body-15');
	await page.getByLabel('Жауапты орындаушы').check();
	await expectAccessible(page);
	await move.click();
	await expect(page.getByText(/^Басқа мекемеге ауыстырылды: Юсупов/)).toBeVisible();
	await page.getByLabel('Мекеме').selectOption('body-15');
	await expect(page.getByRole('row', { name: /^102 Юсупов/ })).toContainText('Жауапты орындаушы');

	await visit(page, '/overview');
	await expect(page.getByRole('table', { name: 'Облыс көрсеткіштері' })).toContainText('Шымкент');
	await expectAccessible(page);
});

test('I17 where the authority has two administrators, both are needed to renew a password in another org', async ({
	browser
}) => {
	server = await OwnServer.start();
	const page = await deviceAt(browser, server.origin, AUTHORITY);
	const chief = (number: string, surname: string) => ({
		kind: 'enterPerson',
		org: 'authority-01',
		number,
		name: { surname, given: 'Сәуле', patronymic: '' },
		roles: ['authorityAdmin'],
		window: null
	});
	const ask = async (commands: object[]) =>
		(
			await page.request.post('/api/registry', { data: { id: crypto.randomUUID(), as: 'authorityAdmin', commands } })
		).json();
	const { codes } = (await ask([chief('3002', 'Әділбекова')])) as { codes: { code: string }[] };
	const second = await (await browser.newContext({ baseURL: server.origin, locale: 'kk-KZ' })).newPage();
	await second.goto('/');
	await setPassword(second, '3002', codes[0]!.code, 'тынық мұхит үш кеме');
	await expect(second.getByRole('button', { name: 'Жалғастыру' })).toBeVisible();

	await visit(page, '/admin/registry?org=center-04');
	await page.getByRole('button', { name: 'Ашу: Юсупов Рустам Әнуарұлы' }).click();
	await page.getByRole('button', { name: 'Жаңа код беру' }).click();
	const give = page.getByRole('dialog').getByRole('button', { name: 'Жаңа код беру' });
	await give.click();
	await expect(page.getByText('Бұл әрекет екі облыс әкімшісімен бекітіледі.')).toBeVisible();
	await expect(page.getByLabel('Қызметкер нөмірі')).toBeFocused();
	await expectAccessible(page);
	await page.keyboard.type('3002');
	await page.getByLabel('Құпиясөз', { exact: true }).fill('ол емес');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/Қалған талпыныс: 4/)).toBeVisible();
	await page.getByLabel('Құпиясөз', { exact: true }).fill('тынық мұхит үш кеме');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/^7\d{3}(?:-\d{4}){3}$/)).toBeVisible();
	await page.getByRole('dialog').getByRole('button', { name: 'Жабу' }).last().click();
	await visit(page, '/admin/audit?org=center-04');
	await namesActs(page, [/301 Досанова.*екінші: 3002 Әділбекова Сәуле.*Құпиясөз/]);
});
