import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { setPassword } from './support/begin.ts';
import * as body from './support/body-people.ts';
import { ADMIN, AUTHORITY, allSent, BODY_HEAD, change, CLERK, cutLine, deviceAt } from './support/desk.ts';
import { namesActs } from './support/named-acts.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('a new version of a regulation: what is wrong has its place, what runs keeps its version, what is new goes by the new one', async ({
	browser
}) => {
	test.setTimeout(180_000);
	server = await OwnServer.start();
	const admin = await deviceAt(browser, server.origin, AUTHORITY);
	const office = await deviceAt(browser, server.origin, CLERK);
	const before = await body.acceptAtCounter(office, 'Кресло-арба', 'Бұрынғықызы');

	await test.step('I160 the Center’s administrator reads whose it is, and finds no way to it', async () => {
		const center = await deviceAt(browser, server!.origin, ADMIN);
		await visit(center, '/regulations');
		await expect(center.getByText(OF_AUTHORITY)).toBeVisible();
		await expect(center.getByRole('link', { name: 'Жаңа нұсқа немесе қызмет енгізу' })).toHaveCount(0);
		for (const path of ['/regulations/import', '/regulations/disabled-wheelchair/edit']) {
			await visit(center, path);
			await expect(center.getByText(OF_AUTHORITY)).toBeVisible();
			await expect(center.getByRole('textbox')).toHaveCount(0);
		}
		await center.context().close();
	});
	await test.step('a version that contradicts itself is not saved', async () => {
		await visit(admin, '/regulations/import');
		await admin.getByLabel('Нұсқасы алынатын қызмет').selectOption({ label: '6 · Кресло-арба' });
		await admin.getByRole('button', { name: 'Негізге алу' }).click();
		await expect(text(admin)).toHaveValue(/"version": 2,/);
		await edit(admin, (regulation) => {
			regulation.table1.actions[2]!.limit.amount = 7;
			regulation.table1.actions[2]!.next = 9;
		});
		await admin.keyboard.press('Control+Enter');
		const wrong = admin.getByRole('group', { name: 'Өтпеген тексерулер: 1' });
		await expect(wrong).toContainText('1-кесте › № 3: Келесі әрекет дұрыс көрсетілмеген');
		await expect(admin.getByRole('button', { name: 'Жаңа нұсқаны сақтау' })).toHaveCount(0);
	});
	await test.step('put right, it shows what changes and is saved', async () => {
		await edit(admin, (regulation) => (regulation.table1.actions[2]!.next = 4));
		await admin.keyboard.press('Control+Enter');
		await expect(admin.getByRole('row', { name: /^1-кесте › әрекеттер › № 3 › шегі › саны 10 7$/ })).toBeVisible();
		await expect(
			admin.getByRole('heading', { name: 'Өзгеретіні: 2' }),
			'the version, the limit, nothing else'
		).toBeVisible();
		await admin.keyboard.press('Control+Enter');
		await expect(admin.getByText(/^Нұсқа сақталды: Кресло-арба/)).toBeVisible();
		await allSent(admin);
	});

	const after = await test.step('the clerk, whose device has heard of it, accepts under it', async () => {
		await visit(office, '/regulations/disabled-wheelchair');
		await expect(office.getByText('Нұсқа: 2 (қолданыста)')).toBeVisible({ timeout: 20_000 });
		return body.acceptAtCounter(office, 'Кресло-арба', 'Кейінгіқызы');
	});
	await test.step('each goes by its own limit', async () => {
		await change(office, BODY_HEAD);
		for (const number of [before, after]) await body.assign(office, number, 'Петренко');
		await expectLimit(office, before, '10 жұмыс күні', 1);
		await expectLimit(office, after, '7 жұмыс күні', 2);
	});
	await admin.context().close();
	await office.context().close();
});

test('I163 where the authority has two administrators, a version needs both; without a line it says so, and what was typed stays', async ({
	browser
}) => {
	test.setTimeout(120_000);
	server = await OwnServer.start();
	const page = await deviceAt(browser, server.origin, AUTHORITY);
	const chief = { number: '3002', name: { surname: 'Әділбекова', given: 'Сәуле', patronymic: '' } };
	const commands = [{ kind: 'enterPerson', org: 'authority-01', ...chief, roles: ['authorityAdmin'], window: null }];
	const entered = await page.request.post('/api/registry', {
		data: { id: crypto.randomUUID(), as: 'authorityAdmin', commands }
	});
	const { codes } = (await entered.json()) as { codes: { code: string }[] };
	const second = await (await browser.newContext({ baseURL: server.origin, locale: 'kk-KZ' })).newPage();
	await second.goto('/');
	await setPassword(second, '3002', codes[0]!.code, 'тынық мұхит үш кеме');
	await expect(second.getByRole('button', { name: 'Жалғастыру' })).toBeVisible();
	await second.context().close();

	await visit(page, '/regulations/import');
	await page.getByLabel('Нұсқасы алынатын қызмет').selectOption({ label: '6 · Кресло-арба' });
	await page.getByRole('button', { name: 'Негізге алу' }).click();
	await edit(page, (regulation) => (regulation.table1.actions[2]!.limit.amount = 7));
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('group', { name: 'Екінші облыс әкімшісі' })).toBeVisible({ timeout: 20_000 });
	await expectAccessible(page);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/Нұсқа сақталмады.*екі облыс әкімшісімен бекітіледі/)).toBeVisible();
	const number = page.getByLabel('Қызметкер нөмірі');
	const password = page.getByLabel('Құпиясөз', { exact: true });
	await number.fill('3002');
	await password.fill('тынық мұхит үш кеме');
	await cutLine(page);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/Нұсқа сақталмады.*ал бұған желі қажет/)).toBeVisible();
	await page.context().setOffline(false);
	await password.fill('ол емес');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/Қалған талпыныс: 4/)).toBeVisible();
	await password.fill('тынық мұхит үш кеме');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/^Нұсқа сақталды: Кресло-арба/)).toBeVisible();
	await allSent(page);
	await visit(page, '/admin/audit');
	await namesActs(page, [/301 Досанова.*екінші: 3002 Әділбекова Сәуле.*disabled-wheelchair/]);
	await page.context().close();
});

const OF_AUTHORITY = /^Регламент барлық мекеме үшін міндетті, сондықтан жаңа нұсқаны облыс әкімшісі енгізеді/;

type Text = { table1: { actions: { limit: { amount: number }; next?: number }[] } };

const text = (page: Page) => page.getByLabel('JSON мәтіні');

async function edit(page: Page, how: (regulation: Text) => void): Promise<void> {
	const regulation = JSON.parse(await text(page).inputValue()) as Text;
	how(regulation);
	await text(page).fill(JSON.stringify(regulation, null, '\t'));
}

/** The application's page tells the limit of the examination, and its diagram the version that it goes by. */
async function expectLimit(page: Page, number: string, limit: string, version: number): Promise<void> {
	await visit(page, `/application/${number}`);
	await expect(page.getByText(`Шегі регламент бойынша: ${limit}`).first()).toBeVisible();
	await page.getByText('Процесс сызбасы: өтініш қазір қайда').click();
	await expect(page.getByRole('link', { name: `Кресло-арба, Нұсқа: ${version}` })).toBeVisible();
	await expect(page.getByRole('figure')).toContainText(limit);
}
