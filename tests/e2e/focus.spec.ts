import { expect, type Page, test } from '@playwright/test';
import * as body from './support/body-people.ts';
import { BODY_HEAD, change, CLERK, cutLine, deviceAt, signIn } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('U62 U86 the focus stays at the work when its row goes away, and nothing is assigned that nobody chose', async ({
	browser
}) => {
	test.setTimeout(120_000);
	server = await OwnServer.start();
	const page = await deviceAt(browser, server.origin, CLERK);
	await cutLine(page);
	await test.step('a field that is being put right keeps the focus, though the errors above it change', async () => {
		await visit(page, '/body/counter');
		await page.getByLabel('Аты', { exact: true }).fill('Әсел');
		await page.getByLabel('Тегі', { exact: true }).focus();
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('group', { name: /^Түзетілетін өріс/ })).toBeFocused();
		await page.getByRole('link', { name: 'Тегін жазыңыз' }).press('Enter');
		await page.keyboard.type('Нұрланова');
		await expect(page.getByRole('link', { name: 'Тегін жазыңыз' })).toBeHidden();
		await expect(page.getByLabel('Тегі', { exact: true })).toBeFocused();
	});
	await test.step('a digit that comes alone chooses the service', async () => {
		const services = page.getByRole('group', { name: 'Қызмет түрі' });
		await services.getByRole('radio').first().focus();
		await page.keyboard.press('Digit6');
		await expect(services.getByRole('radio', { name: /^Кресло-арба/ })).toBeChecked();
	});
	for (const surname of ['Нұрланова', 'Бекенова']) await body.acceptAtCounter(page, 'Кресло-арба', surname);

	await change(page, BODY_HEAD);
	await test.step('the last resolution leaves an empty list, and the focus on the screen', async () => {
		await visit(page, '/body/resolutions');
		await page.getByRole('checkbox').first().focus();
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('heading', { name: 'Күтіп тұр: 2' })).toBeVisible();
		await page.keyboard.press('Space');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('heading', { name: 'Күтіп тұр: 1' })).toBeVisible();
		await expect(page.getByRole('checkbox')).toBeFocused();
		await page.keyboard.press('Control+Enter');
		await expect(page.getByText('Тізімнен өтінішті таңдаңыз немесе пакетін сканерлеңіз.').first()).toBeVisible();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Control+Enter');
		await expect(page.getByText('Бұрыштаманы күтіп тұрған өтініш жоқ')).toBeVisible();
		await expect.poll(() => isAtWork(page)).toBe(true);
		await expect(page.locator(':focus')).toContainText('Бұрыштаманы күтіп тұрған өтініш жоқ');
	});
	await page.context().close();
});

test('U88 U62 U91 a screen begins at its heading, a dialog at its first field: errors are told, nothing is behind it, the focus comes back', async ({
	page
}) => {
	await signIn(page, BODY_HEAD);
	await visit(page, '/body/people');
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await expect(page).toHaveTitle('Қызметкерлер · Терезе');
	const button = page.getByRole('button', { name: 'Міндетін атқарушыны тағайындау' });
	const isBehind = () => page.evaluate(() => document.querySelector('main')?.closest('[inert]') !== null);
	await button.click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByLabel('Қызметкер', { exact: true })).toBeFocused();
	expect(await isBehind()).toBe(true);
	await page.keyboard.press('Control+Enter');
	await expect(dialog.getByRole('alert').first()).toBeVisible();
	const basis = dialog.getByLabel(/^Негізі/);
	await basis.fill('№ 12 бұйрық');
	await page.keyboard.press('Escape');
	await expect(button).toBeFocused();
	expect(await isBehind()).toBe(false);
	await button.click();
	await expect(basis).toHaveValue('№ 12 бұйрық');
});

const isAtWork = (page: Page) =>
	page.evaluate(() => document.activeElement !== document.body && !!document.activeElement?.closest('main'));
