import { expect, test } from '@playwright/test';
import { accept, arriveResults, collect, dispatch, fillVisit, handOut } from './support/acts.ts';
import { noteNotice, receiveRegister, registerPacket, returnResults } from './support/body-acts.ts';
import { newIin } from './support/iin.ts';
import { allSent, CLERK, COLLECTION, cutLine, deviceOf, unlock, WINDOW_1 } from './support/desk.ts';
import { pressInARun } from './support/run-of-presses.ts';
import { visit } from './support/visit.ts';
import { groupedNumber } from './support/grouped-number.ts';

test('D81 D83 a run of presses accepts once and stays at the number; a known person is asked about in a place of its own', async ({
	browser
}) => {
	const context = await browser.newContext();
	await context.addInitScript(() => (window.print = () => undefined));
	const page = await deviceOf(context, WINDOW_1);
	await visit(page, '/window/accept');
	await page.keyboard.press('Control+Enter');
	const iin = newIin();
	await fillVisit(page, { iin, patronymic: 'Қайратқызы' });
	await expect(page.getByText('Түзетілетін өріс'), 'a blank form is not judged').toHaveCount(0);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Әкесінің аты жынысына сәйкес емес')).toBeInViewport();
	await expect(page.getByText('Жетіспейтін құжаттар')).toBeInViewport();
	await pressInARun(page, 6);
	await expect(page.getByRole('heading', { name: 'Өтініш қабылданды' })).toBeVisible();
	await expect(page).toHaveTitle(/Өтініш қабылданды/);

	await page.getByRole('button', { name: 'Келесі өтініш беруші' }).click();
	const surname = page.getByLabel('Тегі', { exact: true });
	const top = (await surname.boundingBox())!.y;
	await page.getByLabel('ЖСН', { exact: true }).fill(iin);
	await expect(page.getByText('Аяқталмаған өтініші бар.')).toBeVisible({ timeout: 2000 });
	expect(Math.abs((await surname.boundingBox())!.y - top), 'nothing moves').toBeLessThan(8);
	await fillVisit(page, { iin });
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('link', { name: /аяқталмаған өтініші бар/ })).toBeVisible();
	await expect(page).toHaveTitle(/^Түзетіңіз/);
	await page.keyboard.press('F6');
	await expect(page.getByRole('navigation', { name: 'Кейінге қалдырылғандар' }).getByRole('link')).toHaveCount(1);
});

test('an application walks from the window to the hand-out, the line cut at the Center both times', async ({
	browser
}) => {
	test.setTimeout(180_000);
	const atCenter = await browser.newContext();
	const atBody = await browser.newContext();
	for (const context of [atCenter, atBody]) await context.addInitScript(() => (window.print = () => undefined));
	const center = await deviceOf(atCenter, WINDOW_1);
	const body = await deviceOf(atBody, CLERK);

	await cutLine(center);
	const number = await test.step('1 and 2: accept', () => accept(center));
	expect(number).toMatch(/^1\d{15}$/);
	await center.keyboard.press('F9');
	await unlock(center, COLLECTION);
	await test.step('3: collect', () => collect(center, WINDOW_1, [number]));
	const register = await test.step('4: dispatch', () => dispatch(center, [number], 'Әлімов Бақыт'));

	await atCenter.setOffline(false);
	await allSent(center);
	const result = await test.step('the body’s part', async () => {
		await receiveRegister(body, register, [number]);
		await registerPacket(body, number);
		const result = await noteNotice(body, number);
		return { paper: result, register: await returnResults(body, [result], 'Әлімов Бақыт') };
	});
	await allSent(body);

	await visit(center, '/collection/arrivals');
	await expect(center.getByRole('button', { name: `Ашу: ${result.register}` })).toBeVisible();
	await cutLine(center);
	await test.step('5: arrival', () => arriveResults(center, result.register, [result.paper]));
	await center.keyboard.press('F9');
	await unlock(center, WINDOW_1);
	await test.step('6: hand out', () => handOut(center, number));

	await test.step('7: search and journal', async () => {
		await visit(center, '/search');
		await center.getByRole('searchbox').fill('осп');
		await center.getByRole('link', { name: groupedNumber(number) }).click();
		await expect(center.getByRole('heading', { name: groupedNumber(number) })).toBeVisible();
		await expect(center.getByText('өтініш берушіде').first()).toBeVisible();
		await visit(center, '/journal');
		await expect(center.getByText('Оспанов Ержан Қайратұлы').first()).toBeVisible();
	});
	await atCenter.setOffline(false);
	await allSent(center);
});
