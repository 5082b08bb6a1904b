import { expect, test } from '@playwright/test';
import { accept } from './support/acts.ts';
import { ADMIN, AUTHORITY, change, deviceAt, WINDOW_1 } from './support/desk.ts';
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
	await lookHere(page, '/regulations/import, not of a Center');
	const authority = await deviceAt(browser, server.origin, AUTHORITY);
	await visit(authority, '/regulations/import');
	await authority.getByLabel('JSON мәтіні').fill('{"id": "child-benefit-under-18", "number": "3"}');
	await authority.keyboard.press('Control+Enter');
	await expect(authority.getByText('Өріс жоқ. Оны қосыңыз.').first()).toBeVisible();
	await lookHere(authority, '/regulations/import, fields missing');

	await visit(authority, '/regulations/employment-measures-referral/edit');
	await authority.getByRole('button', { name: 'Негіз қосу' }).click();
	await authority.getByLabel('Жалпы мерзім көрсетілген').check();
	await authority.getByLabel('Қазақша мәтін').first().fill('{sum}');
	await authority.keyboard.press('Control+Enter');
	await expect(authority.getByRole('group', { name: 'Түзетілетін өріс: 5' })).toBeVisible();
	await lookHere(authority, '/regulations/[id]/edit, fields missing');
	await visit(authority, '/regulations/local-social-aid/edit');
	await authority.getByLabel('Қазақша мәтін').first().fill('Өтініш қаралды.');
	await authority.keyboard.press('Control+Enter');
	await expect(authority.getByRole('heading', { name: /^Өзгеретіні: \d$/ })).toBeVisible();
	await lookHere(authority, '/regulations/[id]/edit, the changes');
	await lookAtDialog(authority, { kk: 'Өзгерістерді жою', ru: 'Удалить изменения' });
	await authority.context().close();

	await look(page, '/admin/calendar');

	await change(page, WINDOW_1);
	const number = await accept(page);
	await visit(page, `/application/${number}`);
	await page.getByText('Процесс сызбасы: өтініш қазір қайда').click();
	await expect(page.getByRole('img', { name: /^Процесс сызбасы\./ })).toBeVisible();
	await lookHere(page, '/application/[number], the diagram opened');
	await page.context().close();
});
