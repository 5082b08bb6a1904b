import { expect, test } from '@playwright/test';
import { accept } from './support/acts';
import { ADMIN, change, deviceAt, WINDOW_1 } from './support/desk';
import { look, lookHere } from './support/look';
import { OwnServer } from './support/own-server';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('regulations, calendar and diagrams have no accessibility violations, in both languages, wide and narrow', async ({
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

	await page.goto('/regulations/import');
	await page.getByLabel('JSON мәтіні').fill('{"id": "child-benefit-under-18", "number": "3"}');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Өріс жоқ. Оны қосыңыз.').first()).toBeVisible();
	await lookHere(page, '/regulations/import, fields missing');

	await look(page, '/admin/calendar');

	await change(page, WINDOW_1);
	const number = await accept(page);
	await page.goto(`/application/${number}`);
	await page.getByText('Процесс сызбасы: өтініш қазір қайда').click();
	await expect(page.getByRole('img', { name: /^Процесс сызбасы\./ })).toBeVisible();
	await lookHere(page, '/application/[number], the diagram opened');
	await page.context().close();
});
