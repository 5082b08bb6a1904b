import { type Browser, expect, type Page, test } from '@playwright/test';
import { accept, arriveResults, collect, dispatch } from './support/acts.ts';
import { returnResults } from './support/body-acts.ts';
import * as body from './support/body-people.ts';
import { allSent, CENTER_HEAD, CLERK, COLLECTION, cutLine, deviceOf, unlock, WINDOW_1 } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';
import { wedge } from './support/scan.ts';
import { visit } from './support/visit.ts';

const HEAD = '202';
const PETRENKO = '203';
const BAIZHIGIT = '204';

// A server of its own: a day is closed over everything that an org has, and other tests leave things open.
let server: OwnServer | undefined;
test.afterEach(() => server?.end());

async function device(browser: Browser, number: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: server!.origin, locale: 'kk-KZ' });
	await context.addInitScript(() => (window.print = () => undefined));
	return deviceOf(context, number);
}

async function change(page: Page, number: string): Promise<void> {
	await page.keyboard.press('F9');
	await unlock(page, number);
}

test('a whole day: a Center and a body on four devices, part of it without a line', async ({ browser }) => {
	test.setTimeout(420_000);
	server = await OwnServer.start();
	const window1 = await device(browser, WINDOW_1);
	const unit = await device(browser, COLLECTION);
	const clerk = await device(browser, CLERK);
	const office = await device(browser, HEAD);

	const [first, lost, straggler] = await test.step('the window accepts, without a line', async () => {
		await cutLine(window1);
		const numbers = [await accept(window1), await accept(window1), await accept(window1)] as const;
		await window1.context().setOffline(false);
		await allSent(window1);
		return numbers;
	});
	const direct = await test.step('somebody comes straight to the body', () =>
		body.acceptAtCounter(clerk, 'Кресло-арба', 'Нұрланова'));

	const [register, late] =
		await test.step('two registers go to the body: one packet was late for the first', async () => {
			await body.hasHeardOf(unit, straggler);
			await cutLine(unit);
			await collect(unit, WINDOW_1, [first, lost], '1');
			const register = await dispatch(unit, [first, lost], 'Әлімов Бақыт');
			await collect(unit, WINDOW_1, [straggler], '1');
			const late = await dispatch(unit, [straggler], 'Әлімов Бақыт');
			await unit.context().setOffline(false);
			await allSent(unit);
			return [register, late];
		});

	await test.step('the clerk receives both; one packet is missing', async () => {
		await visit(clerk, '/body/desk?part=arrivals');
		await expect(clerk.getByRole('button', { name: `Ашу: ${register}` })).toBeVisible({ timeout: 20_000 });
		await cutLine(clerk);
		await wedge(clerk, register);
		await expect(clerk.getByText('Әр пакеттің кодын сканерлеңіз').first()).toBeVisible();
		await wedge(clerk, first);
		await expect(clerk.getByText('Түсті. Қалды: 1').first()).toBeVisible();
		await body.missing(clerk, lost, 'Қорапта жоқ');
		await clerk.keyboard.press('Control+Enter');
		await expect(clerk.getByText(/Пакеттер қабылданды\. Түсті: 1/)).toBeVisible();
		await clerk.getByRole('button', { name: 'Түскендердің бәрін тіркеу' }).click();
		await expect(clerk.getByText(/Тіркелді: 1/)).toBeVisible();
		await visit(clerk, '/body/desk?part=arrivals');
		await expect(clerk.getByRole('button', { name: `Ашу: ${late}` })).toBeVisible();
		await wedge(clerk, late);
		await expect(clerk.getByText('Әр пакеттің кодын сканерлеңіз').first()).toBeVisible();
		await wedge(clerk, straggler);
		await expect(clerk.getByText('Түсті. Қалды: 0').first()).toBeVisible();
		await clerk.keyboard.press('Control+Enter');
		await clerk.getByRole('button', { name: 'Түскендердің бәрін тіркеу' }).click();
		await expect(clerk.getByText(/Тіркелді: 1/)).toBeVisible();
		await clerk.context().setOffline(false);
		await allSent(clerk);
	});

	await test.step('the head names executors, and gives one application to somebody else', async () => {
		await visit(office, '/body/resolutions');
		await expect(office.getByRole('heading', { name: 'Күтіп тұр: 3' })).toBeVisible({ timeout: 20_000 });
		await cutLine(office);
		await body.assign(office, first, 'Петренко');
		await body.assign(office, direct, 'Петренко');
		await body.reassign(office, direct, 'Байжігіт');
	});

	await test.step('executors examine: a refusal, sent back once, and a notice', async () => {
		await change(office, PETRENKO);
		await body.draftRefusal(office, first, { kk: 'Мерзімі өткен', ru: 'Срок истёк' });
		await change(office, HEAD);
		await body.sendBack(office, first, 'Қай құжат екенін жазыңыз');
		await change(office, PETRENKO);
		await visit(office, '/body/examine');
		await expect(office.getByText('Қай құжат екенін жазыңыз').first()).toBeVisible();
		await body.draftRefusal(office, first, { kk: 'Анықтаманың мерзімі өткен', ru: 'Срок справки истёк' });
		await change(office, BAIZHIGIT);
		await body.draftNotice(office, direct);
		await change(office, HEAD);
		await body.markSigned(office, first);
		await body.markSigned(office, direct);
		await office.context().setOffline(false);
		await allSent(office);
	});

	const back =
		await test.step('the clerk enters both in the ledger; one goes to the Center, one is handed out', async () => {
			await visit(clerk, '/body/ledger?part=record');
			await expect(clerk.getByText('Қол қойылды').nth(1)).toBeVisible({ timeout: 20_000 });
			expect(await body.record(clerk, first)).toMatch(/^\d+$/);
			await body.record(clerk, direct);
			await body.handOutAtBody(clerk, direct);
			const back = await returnResults(clerk, [body.resultNumberOf(first)], 'Әлімов Бақыт');
			await allSent(clerk);
			return back;
		});

	await test.step('the result arrives and the refusal is handed out', async () => {
		await visit(unit, '/collection/arrivals');
		await expect(unit.getByRole('button', { name: `Ашу: ${back}` })).toBeVisible({ timeout: 20_000 });
		await arriveResults(unit, back, [body.resultNumberOf(first)]);
		await allSent(unit);
		await visit(window1, '/window/hand-out');
		await expect(window1.getByText('Оспанов').first()).toBeVisible({ timeout: 20_000 });
		await body.handOutRefusal(window1, first);
		await allSent(window1);
	});

	await test.step('the Center’s day is closed once the missing packet is explained, and is in balance', async () => {
		await change(unit, CENTER_HEAD);
		await body.explainAndClose(unit, lost, 'Пакет қорапта қалған, ертең жөнелтіледі');
	});
	await test.step('the body’s day is closed, and is in balance', async () => {
		await body.closeDay(office);
	});
});
