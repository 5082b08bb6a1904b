import { expect, test } from '@playwright/test';
import { accept, arriveResults, collect, dispatch, handOut } from './support/acts';
import { noteNotice, receiveRegister, registerPacket, returnResults } from './support/body-acts';
import { allSent, CLERK, COLLECTION, deviceOf, unlock, WINDOW_1 } from './support/desk';

const grouped = (number: string) => new RegExp(number.replace(/(\d{4})(?=\d)/g, '$1\\s?'));

test('an application walks from the window to the hand-out, the line cut at the Center both times', async ({
	browser
}) => {
	test.setTimeout(180_000);
	const atCenter = await browser.newContext();
	const atBody = await browser.newContext();
	for (const context of [atCenter, atBody]) await context.addInitScript(() => (window.print = () => undefined));
	const center = await deviceOf(atCenter, WINDOW_1);
	const body = await deviceOf(atBody, CLERK);

	await atCenter.setOffline(true);
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

	await center.goto('/collection/arrivals');
	await expect(center.getByRole('button', { name: `Ашу: ${result.register}` })).toBeVisible();
	await atCenter.setOffline(true);
	await test.step('5: arrival', () => arriveResults(center, result.register, [result.paper]));
	await center.keyboard.press('F9');
	await unlock(center, WINDOW_1);
	await test.step('6: hand out', () => handOut(center, number));

	await test.step('7: search and journal', async () => {
		await center.goto('/search');
		await center.getByRole('searchbox').fill('осп');
		await center.getByRole('link', { name: grouped(number) }).click();
		await expect(center.getByRole('heading', { name: grouped(number) })).toBeVisible();
		await expect(center.getByText('өтініш берушіде').first()).toBeVisible();
		await center.goto('/journal');
		await expect(center.getByText('Оспанов Ержан Қайратұлы').first()).toBeVisible();
	});
	await atCenter.setOffline(false);
	await allSent(center);
});
