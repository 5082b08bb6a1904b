import { expect, test } from '@playwright/test';
import { firstDay } from './support/first-day.ts';
import { OwnServer } from './support/own-server.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('I72 N86 an empty server comes to its first receipt by screens only, and its log knows nobody’s name or secret', async ({
	browser
}) => {
	server = await OwnServer.start(() => undefined, { TEREZE_DEMO: 'off', ACCESS_LOG: 'on', LOG_LEVEL: 'trace' });
	const link = server.firstStartLink;
	const { number, secrets } = await firstDay({ browser, origin: server.origin, link });
	expect(number).toMatch(/^1\d{15}$/);

	// N86: an operator reads who was let in and what was done; nobody reads there what was typed.
	expect(server.log).toMatch(/"method":"POST","path":"\/api\/session\/code".*"person":"4001".*"event":"done"/);
	for (const secret of secrets) expect(server.log).not.toContain(secret);

	const late = await browser.newPage({ locale: 'kk-KZ' });
	await late.goto(link);
	await expect(late.getByLabel('Қызметкер нөмірі')).toBeVisible();
	expect((await late.request.post(`${server.origin}/api/first-start`, { data: {} })).status()).toBe(400);
	await late.close();
});
