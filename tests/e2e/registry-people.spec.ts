import { expect, test } from '@playwright/test';
import { ADMIN, demoPin, deviceAt, unlock, WINDOW_1, WINDOW_2 } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('S188 who left is locked out at their device by the next sync, and a colleague goes on with it', async ({
	browser
}) => {
	server = await OwnServer.start();
	const window = await deviceAt(browser, server.origin, WINDOW_2);
	const admin = await deviceAt(browser, server.origin, ADMIN);
	const recorded = await admin.evaluate(async (number) => {
		type View = { people: { id: string; number: string }[] };
		const { people } = (await (await fetch('/api/registry')).json()) as View;
		const staff = people.find((person) => person.number === number)?.id;
		const headers = { 'content-type': 'application/json' };
		const body = JSON.stringify({ id: crypto.randomUUID(), as: 'admin', commands: [{ kind: 'leave', staff }] });
		return (await fetch('/api/registry', { method: 'POST', headers, body })).json() as Promise<unknown>;
	}, WINDOW_2);
	expect(recorded).toMatchObject({ ok: true });

	await expect(window.getByRole('heading', { name: 'Экран құлыптаулы' })).toBeVisible({ timeout: 30_000 });
	await window.getByLabel('Қызметкер нөмірі').fill(WINDOW_2);
	await window.getByLabel('PIN', { exact: true }).fill(demoPin(WINDOW_2));
	await window.getByRole('button', { name: 'Құлыпты ашу' }).click();
	await expect(window.getByRole('alert')).toContainText('Мұндай нөмірмен қызметкер жоқ');
	await unlock(window, WINDOW_1);
});
