import { expect, type Page, test } from '@playwright/test';
import { ninthService } from '../support/ninth-service.ts';
import { acceptVisit, arriveResults, collect, dispatch, fillPerson, handOut } from './support/acts.ts';
import { receiveRegister, registerPacket, returnResults } from './support/body-acts.ts';
import { assign, draftNotice, markSigned, record, resultNumberOf } from './support/body-people.ts';
import * as people from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';
import { takePapers } from './support/papers.ts';
import { openPdfReader } from './support/pdf-reader.ts';
import { visit } from './support/visit.ts';
import { groupedNumber } from './support/grouped-number.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

const COURIER = 'Әлімов Бақыт';
const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Almaty' }).format(Date.now());
const service = ninthService({ validFrom: today as ReturnType<typeof ninthService>['validFrom'] });

test('G85 G90 a service that nobody knew comes in by the import and walks from the acceptance to the hand-out', async ({
	browser
}) => {
	test.setTimeout(240_000);
	server = await OwnServer.start();
	const atCenter = await browser.newContext({ baseURL: server.origin, locale: 'kk-KZ' });
	const papers = await takePapers(atCenter);
	const [admin, center, body] = await Promise.all([
		people.deviceAt(browser, server.origin, people.AUTHORITY),
		people.deviceOf(atCenter, people.WINDOW_1),
		people.deviceAt(browser, server.origin, people.CLERK)
	]);

	await test.step('its number is another’s: refused with the field, the service that has it, and a free one', async () => {
		await visit(admin, '/regulations/import');
		await bringIn(admin, { ...service, number: 6 });
		const wrong = admin.getByRole('group', { name: 'Үйлеспейтіні: 1' });
		await expect(wrong).toContainText(
			/^.*нөмірі: № 6 басқа қызметтің нөмірі: Кресло-арба \(disabled-wheelchair\).*: 9\./s
		);
	});
	await test.step('put right, all of it is shown and confirmed', async () => {
		await bringIn(admin, service);
		await expect(admin.getByRole('heading', { name: 'Бұл – жаңа қызмет' })).toBeVisible();
		await expect(admin.getByText('Органдар: 15. Кеңсе қызметкері, Жауапты орындаушы')).toBeVisible();
		await expect(admin.getByRole('row', { name: /^1-кесте › әрекеттер › № 6 .*12/s })).toBeVisible();
		await admin.keyboard.press('Control+Enter');
		await expect(admin.getByRole('group', { name: 'Бұл – жаңа қызмет' })).toContainText('Жаңа қызметті растаңыз');
		await admin.getByRole('checkbox', { name: /^Тексердім: бұл – жаңа қызмет/ }).check();
		await admin.keyboard.press('Control+Enter');
		await expect(admin.getByText(/^Жаңа қызмет сақталды: Отынға көмек/)).toBeVisible();
		await people.allSent(admin);
	});
	await test.step('each device lists it by its own name and source', async () => {
		for (const page of [center, body]) {
			await visit(page, `/regulations/${service.id}`);
			await expect(page.getByRole('heading', { name: '9 · Отынға көмек (үлгі)' })).toBeVisible({ timeout: 20_000 });
		}
		await expect(center.getByText('Бұл қызмет № 370 қаулыда жоқ', { exact: false })).toBeVisible();
		await expect(center.getByText('Бұл нұсқаның басылған мәтіні жоқ.')).toBeVisible();
	});

	const number = await test.step('the window accepts it by its digit, with its own documents', async () => {
		await visit(center, '/window/accept');
		await fillPerson(center);
		await center.getByRole('radio', { name: 'Балаларға жәрдемақы' }).focus();
		await center.keyboard.press('9');
		await expect(center.getByRole('radio', { name: 'Отынға көмек (үлгі)' })).toBeChecked();
		const documents = center.getByRole('region', { name: 'Қоса берілген құжаттар' });
		await expect(documents.getByText('Пеші бар үйдің құжаты (үлгі)')).toBeVisible();
		await documents.getByLabel('Парақ саны').first().fill('1');
		return acceptVisit(center);
	});
	const applicationNo = groupedNumber(number);
	await test.step('receipt and label name it', async () => {
		const reader = await openPdfReader(browser);
		const [receipt = '', label = ''] = await reader.texts(await papers.printed(1));
		await reader.close();
		for (const words of [service.name.kk, service.name.ru, service.requiredDocuments[0]!.ru])
			expect(receipt).toContain(words.replace(/\s/gu, ''));
		expect(label).toContain('9·Отынғакөмек');
	});
	await people.change(center, people.COLLECTION);
	await collect(center, people.WINDOW_1, [number]);
	const register = await dispatch(center, [number], COURIER);
	await people.allSent(center);

	const back = await test.step('the body’s part, recorded by the executor as its route says', async () => {
		await receiveRegister(body, register, [number]);
		await registerPacket(body, number);
		await people.change(body, people.BODY_HEAD);
		await assign(body, number, 'Петренко');
		await people.change(body, people.PETRENKO);
		await draftNotice(body, number);
		await people.change(body, people.BODY_HEAD);
		await markSigned(body, number);
		await people.change(body, people.PETRENKO);
		await record(body, number);
		await visit(body, `/body/ledger?part=book&service=${service.id}`);
		await expect(body.getByRole('combobox').first()).toHaveValue(service.id);
		await expect(body.getByText(applicationNo).first()).toBeVisible();
		await people.change(body, people.CLERK);
		return returnResults(body, [resultNumberOf(number)], COURIER);
	});
	await people.allSent(body);

	await test.step('back at the Center it is handed out', async () => {
		await visit(center, '/collection/arrivals');
		await expect(center.getByRole('button', { name: `Ашу: ${back}` })).toBeVisible({ timeout: 20_000 });
		await arriveResults(center, back, [resultNumberOf(number)]);
		await people.change(center, people.WINDOW_1);
		await handOut(center, number);
	});
	await test.step('day book and its page name it, and the diagram has its limit', async () => {
		await visit(center, '/journal');
		await center.getByLabel('Қызмет', { exact: true }).selectOption({ label: '9 · Отынға көмек (үлгі)' });
		await center.getByRole('link', { name: applicationNo }).first().click();
		await expect(center.getByText('9 · Отынға көмек (үлгі)').first()).toBeVisible();
		await center.getByText('Процесс сызбасы: өтініш қазір қайда').click();
		await expect(center.getByRole('figure')).toContainText('12 жұмыс күні');
	});
	for (const page of [admin, center, body]) await page.context().close();
});

async function bringIn(page: Page, regulation: object): Promise<void> {
	await page.getByLabel('JSON мәтіні').fill(JSON.stringify(regulation));
	await page.keyboard.press('Control+Enter');
}
