import { expect, test } from '@playwright/test';
import { accept } from './support/acts.ts';
import { ADMIN, change, deviceAt, WINDOW_1 } from './support/desk.ts';
import { look, lookAtDialog, lookHere } from './support/look.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('U90 regulations, calendar and diagrams have no accessibility violations, in both languages, wide and narrow', async ({
	browser
}) => {
	test.setTimeout(300_000);
	server = await OwnServer.start();
	const page = await deviceAt(browser, server.origin, ADMIN);
	for (const path of [
		'/regulations',
		'/regulations/child-benefit-under-18',
		'/regulations/employment-measures-referral'
	])
		await look(page, path);

	await visit(page, '/regulations/import');
	await page.getByLabel('JSON мәтіні').fill('{"id": "child-benefit-under-18", "number": "3"}');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Өріс жоқ. Оны қосыңыз.').first()).toBeVisible();
	await lookHere(page, '/regulations/import, fields missing');

	await visit(page, '/regulations/employment-measures-referral/edit');
	await page.getByRole('button', { name: 'Негіз қосу' }).click();
	await page.getByLabel('Жалпы мерзім көрсетілген').check();
	await page.getByLabel('Қазақша мәтін').first().fill('{sum}');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('group', { name: 'Түзетілетін өріс: 5' })).toBeVisible();
	await lookHere(page, '/regulations/[id]/edit, fields missing');
	await visit(page, '/regulations/local-social-aid/edit');
	await page.getByLabel('Қазақша мәтін').first().fill('Өтініш қаралды.');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: /^Өзгеретіні: \d$/ })).toBeVisible();
	await lookHere(page, '/regulations/[id]/edit, the changes');
	await lookAtDialog(page, { kk: 'Өзгерістерді жою', ru: 'Удалить изменения' });

	await look(page, '/admin/calendar');

	await change(page, WINDOW_1);
	const number = await accept(page);
	await visit(page, `/application/${number}`);
	await page.getByText('Процесс сызбасы: өтініш қазір қайда').click();
	await expect(page.getByRole('img', { name: /^Процесс сызбасы\./ })).toBeVisible();
	await lookHere(page, '/application/[number], the diagram opened');
	await page.context().close();
});
