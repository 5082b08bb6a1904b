import { test } from '@playwright/test';
import { accept, collect, dispatch } from './support/acts.ts';
import { CLERK, COLLECTION, signIn, unlock, WINDOW_1 } from './support/desk.ts';
import { look } from './support/look.ts';

test.beforeEach(({ context }) => context.addInitScript(() => (window.print = () => undefined)));

test('U90 the screens of the Center have no accessibility violations, in both languages, wide and narrow', async ({
	page
}) => {
	test.setTimeout(420_000);
	await signIn(page, WINDOW_1);
	const number = await accept(page);
	const other = await accept(page, { iin: '851231400011', surname: 'Ғаббасова', given: 'Әсел', patronymic: '' });
	for (const path of ['/work', '/window/accept', '/window/hand-out', '/journal', '/search', '/set-aside'])
		await look(page, path);
	for (const path of [`/application/${number}`, '/outbox', '/storage', '/scanner-test', '/help'])
		await look(page, path);
	await page.keyboard.press('F9');
	await unlock(page, COLLECTION);
	await collect(page, WINDOW_1, [number, other]);
	await dispatch(page, [number], 'Әлімов Бақыт');
	for (const path of ['/work', '/collection/collect', '/collection/registers', '/collection/arrivals'])
		await look(page, path);
});

test('U90 the clerk’s desk has no accessibility violations, in both languages, wide and narrow', async ({ page }) => {
	test.setTimeout(120_000);
	await signIn(page, CLERK);
	for (const part of ['arrivals', 'register', 'results', 'returns']) await look(page, `/body/desk?part=${part}`);
	await look(page, '/body/desk?part=arrivals&register=none');
});
