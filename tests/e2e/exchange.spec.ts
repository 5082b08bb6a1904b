import { expect, test } from '@playwright/test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expectAccessible } from './support/axe.ts';
import { AUTHORITY, deviceAt } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('N332 an administrator registers a body’s own system, which reads from then on, and revokes it', async ({
	browser
}) => {
	server = await OwnServer.start();
	const { origin } = server;
	const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
	const page = await deviceAt(browser, origin, AUTHORITY);
	await visit(page, '/admin/devices?org=body-15');
	await page.getByRole('button', { name: 'Жүйені тіркеу' }).click();
	const dialog = page.getByRole('dialog');
	const register = dialog.getByRole('button', { name: 'Жүйені тіркеу' });

	await test.step('each fault has its sentence', async () => {
		await register.click();
		await expect(dialog.getByText('Жүйенің атауын жазыңыз')).toBeVisible();
		await dialog.getByLabel('Атауы').fill('УО АЖ');
		await dialog.getByLabel('Ашық кілт').fill(JSON.stringify(await exportJWK(privateKey)));
		await expect(dialog.getByText(/^Бұл жабық кілт/)).toBeVisible();
		await expectAccessible(page);
	});

	await dialog.getByLabel('Ашық кілт').fill(JSON.stringify(await exportJWK(publicKey)));
	await dialog.getByLabel(/^201 /).check();
	await register.click();
	await expect(dialog.getByText('Жүйе тіркелді: УО АЖ')).toBeVisible();
	const client = await dialog.getByLabel('Жүйенің идентификаторы').inputValue();
	await dialog.getByRole('button', { name: 'Жабу', exact: true }).last().click();
	const row = page.getByRole('row').filter({ hasText: client });
	await expect(row).toContainText('201');
	await expectAccessible(page);

	const facts = await test.step('it has its token from a server as it is run', async () => {
		const endpoint = `${origin}/api/exchange/v1`;
		const assertion = await new SignJWT({})
			.setProtectedHeader({ alg: 'ES256' })
			.setIssuer(client)
			.setSubject(client)
			.setAudience(`${endpoint}/token`)
			.setJti(client)
			.setExpirationTime('1m')
			.sign(privateKey);
		const body = new URLSearchParams({
			grant_type: 'client_credentials',
			client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
			client_assertion: assertion
		});
		const given = await fetch(`${endpoint}/token`, { method: 'POST', body });
		expect(given.status).toBe(200);
		const { access_token: token } = (await given.json()) as { access_token: string };
		return () => fetch(`${endpoint}/facts`, { headers: { authorization: `Bearer ${token}` } });
	});
	expect((await facts()).status).toBe(200);

	await page.getByRole('button', { name: 'Жүйені ажырату: УО АЖ' }).click();
	await dialog.getByLabel('Себебі').fill('Кілт жоғалды');
	await dialog.getByRole('button', { name: 'Ажырату', exact: true }).click();
	await expect(row).toContainText('ажыратылған');
	expect((await facts()).status).toBe(401);
});

test('N324 the page of the interface shows its document, in both languages', async ({ page }) => {
	await page.goto('/exchange');
	await expect(page.getByRole('heading', { name: 'Алмасу интерфейсі' })).toBeVisible();
	await expect(page.getByText('POST /acts', { exact: true })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'РУС, русский' }).click();
	await expect(page.getByRole('heading', { name: 'Интерфейс обмена' })).toBeVisible();
	await expect(page.getByText('Записи органа по порядку, после указанного места')).toBeVisible();
});
