import { expect, type Page, test } from '@playwright/test';
import { accept, collect, dispatch } from './support/acts.ts';
import { expectAccessible } from './support/axe.ts';
import { receiveRegister, registerPacket } from './support/body-acts.ts';
import * as body from './support/body-people.ts';
import { allSent, BODY_HEAD, change, CLERK, COLLECTION, deviceAt, WINDOW_1 } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('a working day that the body makes a day off moves the due time here and at the Center; undone, it comes back', async ({
	browser
}) => {
	test.setTimeout(180_000);
	server = await OwnServer.start();
	const center = await deviceAt(browser, server.origin, WINDOW_1);
	const office = await deviceAt(browser, server.origin, CLERK);

	const number = await test.step('an application of the Center is examined at the body', async () => {
		const number = await accept(center);
		await change(center, COLLECTION);
		await collect(center, WINDOW_1, [number], '1');
		const register = await dispatch(center, [number], 'Әлімов Бақыт');
		await allSent(center);
		await receiveRegister(office, register, [number]);
		await registerPacket(office, number);
		await change(office, BODY_HEAD);
		await body.assign(office, number, 'Петренко');
		await allSent(office);
		return number;
	});

	await visit(office, `/application/${number}`);
	const due = await dueDay(office).innerText();
	await visit(center, `/application/${number}`);
	await expect(dueDay(center), 'both count the same').toHaveText(due, { timeout: 20_000 });

	await test.step('the day on which it is due becomes a day off', async () => {
		await openDay(office, due);
		const dialog = office.getByRole('dialog');
		await expect(dialog.getByRole('radio', { name: 'Демалыс күні' })).toBeChecked();
		await office.keyboard.press('Control+Enter');
		await expect(dialog.getByText('Себебі көрсетілмеген. Қысқаша жазыңыз.').first()).toBeVisible();
		await expectAccessible(office);
		await dialog.getByLabel('Себебі').fill('Су құбыры жарылды');
		await office.keyboard.press('Control+Enter');
		await expect(office.getByText(/^Сақталды: .* Мерзімдер қайта есептелуде/)).toBeVisible();
		await expect(day(office, due)).toHaveAccessibleName(/Ұйым белгілеген демалыс күні/);
	});
	await test.step('it is due later, here and at the Center, which reads its page meanwhile', async () => {
		await visit(office, `/application/${number}`);
		await expect(dueDay(office)).not.toHaveText(due);
		await allSent(office);
		await expect(dueDay(center)).toHaveText(await dueDay(office).innerText(), { timeout: 30_000 });
	});
	await test.step('taken back, it is due as before', async () => {
		await visit(office, '/admin/calendar');
		await reachYear(office, due);
		await office.getByRole('button', { name: `Деректегі күйіне келтіру: ${dateIn(due)}` }).click();
		await office.keyboard.press('Control+Enter');
		await expect(office.getByText(/^Деректерге қайтарылды: /)).toBeVisible();
		await visit(office, `/application/${number}`);
		await expect(dueDay(office)).toHaveText(due);
		await allSent(office);
		await expect(dueDay(center)).toHaveText(due, { timeout: 30_000 });
	});
	await center.context().close();
	await office.context().close();
});

/** «Мерзімі: 07.12.2026 (дүйсенбі), 18:00» of the step that is next. */
const dueDay = (page: Page) => page.getByText(/^Мерзімі: \d\d\.\d\d\.\d{4}/).first();
const dateIn = (due: string) => /\d\d\.\d\d\.\d{4}/.exec(due)![0];
const day = (page: Page, due: string) => page.getByRole('button', { name: new RegExp(`^${dateIn(due)}`) });

/** The year of that day, which may be the next one. */
async function reachYear(page: Page, due: string): Promise<void> {
	await expect(page.getByRole('heading', { name: 'Жұмыс күнтізбесі' })).toBeVisible();
	const shown = await page.getByText(/^Жыл: \d+$/).innerText();
	if (!shown.endsWith(dateIn(due).slice(-4))) await page.getByRole('button', { name: 'Келесі жыл' }).click();
}

async function openDay(page: Page, due: string): Promise<void> {
	await visit(page, '/admin/calendar');
	await reachYear(page, due);
	await day(page, due).click();
	await expect(page.getByRole('dialog')).toBeVisible();
}
