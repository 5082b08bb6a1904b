import { expect, test } from '@playwright/test';
import * as body from './support/body-people.ts';
import { allSent, BODY_HEAD, change, CLERK, deviceAt } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';
import { groupedNumber } from './support/grouped-number.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('an application that came to the wrong body goes on to the right one, with the reason', async ({ browser }) => {
	test.setTimeout(120_000);
	server = await OwnServer.start();
	const page = await deviceAt(browser, server.origin, CLERK);
	const number = await body.acceptAtCounter(page, 'Кресло-арба', 'Нұрланова');
	const queue = page.getByRole('checkbox', { name: groupedNumber(number) });
	const nothing = page.getByText('Бұрыштаманы күтіп тұрған өтініш жоқ');
	await change(page, BODY_HEAD);
	await visit(page, '/body/resolutions');
	await expect(queue).toBeVisible();

	await change(page, CLERK);
	await visit(page, `/application/${number}`);
	await page.getByRole('button', { name: 'Тиісті органға жөнелту' }).click();
	const dialog = page.getByRole('dialog');
	await page.keyboard.press('Control+Enter');
	await expect(dialog.getByText('Себебі көрсетілмеген. Қысқаша жазыңыз.')).toBeVisible();
	const bodies = dialog.getByLabel('Қай органға');
	await bodies.selectOption({ index: 1 });
	const chosen = await bodies.locator('option:checked').innerText();
	await dialog.getByLabel('Себебі').fill('Басқа ауданның тұрғыны');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Басқа органға жөнелтілді', { exact: true })).toBeVisible();

	await expect(page.getByText(`Басқа органға жөнелтілді: ${chosen}`)).toBeVisible();
	await expect(page.getByText('Басқа ауданның тұрғыны').first()).toBeVisible();
	const packet = page.getByRole('region', { name: 'Екі қағаз' });
	await expect(packet).toContainText('жолда');
	await expect(packet).toContainText(chosen);
	await visit(page, '/body/desk?part=register');
	await expect(page.getByText('Тіркелмеген пакет жоқ')).toBeVisible();
	await change(page, BODY_HEAD);
	await visit(page, '/body/resolutions');
	await expect(nothing).toBeVisible();
	await allSent(page);
	await page.context().close();
});
