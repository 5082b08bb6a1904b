import { expect, test } from '@playwright/test';
import { firstDay } from './support/first-day.ts';
import { OwnServer } from './support/own-server.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('I72 an empty server comes to its first receipt by screens only, and its link opens once', async ({ browser }) => {
	server = await OwnServer.start(() => undefined, { TEREZE_DEMO: 'off' });
	const link = server.firstStartLink;
	const number = await firstDay({ browser, origin: server.origin, link });
	expect(number).toMatch(/^1\d{15}$/);

	const late = await browser.newPage({ locale: 'kk-KZ' });
	await late.goto(link);
	await expect(late.getByLabel('Қызметкер нөмірі')).toBeVisible();
	expect((await late.request.post(`${server.origin}/api/first-start`, { data: {} })).status()).toBe(400);
	await late.close();
});
