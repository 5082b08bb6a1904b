import { expect, type Page, test } from '@playwright/test';
import * as body from './support/body-people.ts';
import { BODY_HEAD, change, CLERK, deviceAt, PETRENKO } from './support/desk.ts';
import { look, lookAtDialog, lookHere } from './support/look.ts';
import { OwnServer } from './support/own-server.ts';
import { wedge } from './support/scan.ts';
import { visit } from './support/visit.ts';
import { groupedNumber } from './support/grouped-number.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('U90 the screens of the body have no accessibility violations, in both languages, wide and narrow', async ({
	browser
}) => {
	test.setTimeout(420_000);
	server = await OwnServer.start();
	const page = await deviceAt(browser, server.origin, CLERK);

	const [signed, examined, lost] = await test.step('the clerk accepts', async () => {
		await look(page, '/body/counter');
		const numbers = [];
		for (const surname of ['Нұрланова', 'Әбдірахманова', 'Құлмағамбетова'])
			numbers.push(await body.acceptAtCounter(page, 'Кресло-арба', surname));
		return numbers as [string, string, string];
	});

	await change(page, BODY_HEAD);
	await test.step('the head assigns', async () => {
		await look(page, '/body/resolutions');
		await body.assign(page, signed, 'Петренко');
		await body.assign(page, examined, 'Петренко');
		await look(page, '/body/people');
		await lookAtDialog(page, {
			kk: 'Міндетін атқарушыны тағайындау',
			ru: 'Назначить исполняющего обязанности'
		});
	});

	await change(page, PETRENKO);
	await test.step('the executor examines', async () => {
		await look(page, '/body/examine');
		await body.draftNotice(page, signed);
		await refuse(page, examined);
		await lookHere(page, '/body/examine/[number]');
	});

	await change(page, BODY_HEAD);
	await test.step('the head signs', async () => {
		await visit(page, '/body/signing');
		await expect(page.getByRole('heading', { name: 'Нәтиженің жобасы' })).toBeVisible();
		await lookHere(page, '/body/signing');
		await lookAtDialog(page, { kk: 'Пысықтауға қайтару', ru: 'Вернуть на доработку' });
		await visit(page, '/body/applications');
		await page.getByRole('checkbox', { name: groupedNumber(examined) }).check();
		await lookHere(page, '/body/applications');
		await lookAtDialog(page, { kk: 'Басқа орындаушыға беру', ru: 'Переназначить' });
		await body.markSigned(page, signed);
	});

	await change(page, CLERK);
	await test.step('the clerk keeps the ledger, hands out and looks for a packet', async () => {
		await visit(page, '/body/ledger?part=record');
		await expect(page.getByText('Қол қойылды')).toBeVisible();
		await lookHere(page, '/body/ledger?part=record');
		await wedge(page, body.resultNumberOf(signed));
		await expect(page.getByLabel('Кітаптағы нөмірі')).toHaveValue(/\d+/);
		await lookHere(page, '/body/ledger?part=record, a form open');
		await body.record(page, signed);
		await look(page, '/body/ledger?service=disabled-wheelchair');
		await visit(page, '/body/hand-out');
		await expect(page.getByRole('heading', { name: 'Нәтиже беру' })).toBeVisible();
		await wedge(page, signed);
		await expect(page.getByRole('radio', { name: 'бойынша' }).first()).toBeChecked();
		await lookHere(page, '/body/hand-out');
		await lookFor(page, lost);
		await look(page, '/closing');
	});

	await change(page, BODY_HEAD);
	await test.step('the head controls', async () => {
		await look(page, '/control');
		await visit(page, '/control/discrepancies');
		await expect(page.getByText('Қағаз түспеді немесе іздестірілуде').first()).toBeVisible();
		await lookHere(page, '/control/discrepancies');
		const number = `${lost.slice(0, 4)} ${lost.slice(4, 8)} ${lost.slice(8, 12)} ${lost.slice(12)}`;
		await lookAtDialog(page, { kk: `Түсіндірме жазу: ${number}`, ru: `Дать пояснение: ${number}` });
		await visit(page, '/control/closing');
		await expect(page.getByText(/Күнді жабуға болмайды/).first()).toBeVisible();
		await lookHere(page, '/control/closing');
	});
	await page.context().close();
});

/** A refusal with a ground of the list and one in own words, nothing of it explained yet: every field with its error. */
async function refuse(page: Page, number: string): Promise<void> {
	await visit(page, `/body/examine/${number}`);
	await page.getByRole('radio', { name: 'Дәлелді бас тарту' }).check();
	await page.getByRole('group', { name: 'Бас тарту негіздері' }).getByRole('checkbox').first().check();
	await page.getByRole('button', { name: 'Өзге негіз қосу' }).click();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Түсіндірме жазылмаған. Негізді түсіндіріп жазыңыз.').first()).toBeVisible();
}

async function lookFor(page: Page, number: string): Promise<void> {
	await visit(page, `/application/${number}`);
	await page.getByRole('button', { name: 'Пакетті іздестіру' }).click();
	await page.getByRole('dialog').getByLabel('Себебі').fill('Сөреде жоқ');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Қағаз түспеді немесе іздестірілуде').first()).toBeVisible();
}
