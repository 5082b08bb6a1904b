import { type Browser, type Page, test } from '@playwright/test';
import { join } from 'node:path';
import { accept, collect, dispatch, fillVisit } from '../e2e/support/acts.ts';
import { acceptAtCounter, assign } from '../e2e/support/body-people.ts';
import { firstDay } from '../e2e/support/first-day.ts';
import { OwnServer } from '../e2e/support/own-server.ts';
import { CENTER_HEAD, CLERK, COLLECTION, signIn, unlock, WINDOW_1 } from '../e2e/support/desk.ts';

/** Takes the README's pictures from the running program: `npm run pictures`. Not a test: it proves nothing. */
const at = (name: string) => join(import.meta.dirname, `${name}.png`);

async function both(
	page: Page,
	name: string,
	take: (path: string) => Promise<unknown> = (path) => page.screenshot({ path })
): Promise<void> {
	for (const [button, lang] of [
		['ҚАЗ, қазақша', 'kk'],
		['РУС, русский', 'ru']
	] as const) {
		await page.getByRole('button', { name: button }).click();
		await take(at(`${name}-${lang}`));
	}
	await page.getByRole('button', { name: 'ҚАЗ, қазақша' }).click();
}

async function device(browser: Browser, number: string): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await page.addInitScript(() => (window.print = () => undefined));
	await signIn(page, number);
	return page;
}

async function change(page: Page, number: string): Promise<void> {
	await page.keyboard.press('F9');
	await unlock(page, number);
}

test('pictures of a Center', async ({ browser }) => {
	test.setTimeout(180_000);
	const page = await device(browser, WINDOW_1);
	const first = await accept(page);
	const second = await accept(page, {
		iin: '851231400011',
		surname: 'Ғаббасова',
		given: 'Әсел',
		patronymic: 'Мұратқызы'
	});
	await page.goto('/window/accept');
	await fillVisit(page, { iin: '000229500018', surname: 'Құсайынов', given: 'Іңкәр', patronymic: 'Өмірұлы' });
	await page.evaluate(() => scrollTo(0, 0));
	await both(page, 'accept');
	await change(page, COLLECTION);
	await collect(page, WINDOW_1, [first, second]);
	await dispatch(page, [first], 'Әлімов Бақыт');
	await page.goto('/collection/registers');
	await page.getByRole('textbox', { name: '16 цифрлық нөмір' }).fill(second);
	await page.getByText('Қосылды').first().waitFor();
	await both(page, 'registers');
	await page.goto(`/application/${first}`);
	await page.getByRole('heading', { level: 1, name: /\d/ }).waitFor();
	await both(page, 'application');
	await change(page, CENTER_HEAD);
	await page.goto('/control');
	await page.getByText('Мәлімет уақыты').waitFor();
	await both(page, 'control');
	await page.goto('/regulations/child-benefit-under-18');
	// Wide enough for the whole drawing.
	await page.setViewportSize({ width: 2000, height: 1700 });
	await both(page, 'diagram', (path) => page.getByRole('img').first().screenshot({ path }));
});

test('pictures of an authorized body', async ({ browser }) => {
	test.setTimeout(180_000);
	const page = await device(browser, CLERK);
	const number = await acceptAtCounter(page, 'Кресло-арба', 'Нұрланова');
	await change(page, '202');
	await assign(page, number, 'Петренко');
	await change(page, '203');
	await page.goto(`/body/examine/${number}`);
	await page.getByRole('button', { name: 'Пакеттегінің бәрін «Бар» деп белгілеу' }).click();
	await page.getByRole('group', { name: 'Шешім' }).getByRole('radio').first().check();
	await page.evaluate(() => scrollTo(0, 0));
	await both(page, 'workbench');
});

test('pictures of a first day', async ({ browser }) => {
	test.setTimeout(180_000);
	const server = await OwnServer.start(() => undefined, { TEREZE_DEMO: 'off' });
	const picture = (page: Page, name: string) =>
		page.screenshot({ path: join(import.meta.dirname, '../../docs/pictures', `${name}.png`) });
	await firstDay({ browser, origin: server.origin, link: server.firstStartLink, picture });
	await server.end();
});
