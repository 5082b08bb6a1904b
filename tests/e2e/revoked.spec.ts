import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type RegistryCommand } from '#lib/domain/registry/registry-command.ts';
import { type RegistryView } from '#lib/protocol/registry-messages.ts';
import { accept } from './support/acts.ts';
import { ADMIN, allSent, CENTER_HEAD, cutLine, deviceAt, WINDOW_1, WINDOW_2 } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';
import { groupedNumber } from './support/grouped-number.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

/** Done by whoever is signed in at that page; the screens for it have a test of their own. */
async function acts(page: Page, commands: (view: RegistryView) => RegistryCommand[]): Promise<void> {
	const view = (await (await page.request.get('/api/registry')).json()) as RegistryView;
	const data = { id: crypto.randomUUID(), as: 'admin', commands: commands(view) };
	expect(await (await page.request.post('/api/registry', { data })).json()).toMatchObject({ ok: true });
}

test('S191 S192 I46 a device that is disconnected while it holds unsent papers loses none, and a restore from before brings neither it nor who left back', async ({
	browser
}) => {
	test.setTimeout(120_000);
	server = await OwnServer.start();
	const page = await deviceAt(browser, server.origin, WINDOW_1);
	const [admin, head] = [
		await deviceAt(browser, server.origin, ADMIN),
		await deviceAt(browser, server.origin, CENTER_HEAD)
	];
	const backup = join(server.dataDir, 'copy.db');
	await server.run('backup', backup);

	await allSent(page);
	await cutLine(page);
	const number = await accept(page, { surname: 'Жіберілмегенқызы' });
	await acts(admin, ({ devices, people }) => [
		{ kind: 'revokeDevice', device: devices.find(({ window }) => window === '1')!.id, reason: 'Ұрланды' },
		{ kind: 'leave', staff: people.find((person) => person.number === WINDOW_2)!.id }
	]);
	await page.context().setOffline(false);
	await expect(page.getByRole('heading', { name: 'Әкімші бұл құрылғыны жүйеден ажыратты' })).toBeVisible({
		timeout: 30_000
	});
	await expect(page.getByText('Мұнда жазылғанның бәрі жіберілді')).toBeVisible({ timeout: 20_000 });
	await visit(head, '/journal');
	await expect(head.getByRole('link', { name: groupedNumber(number) })).toBeVisible({ timeout: 20_000 });

	await server.stop();
	await server.run('restore', backup);
	await server.start();
	const signIn = (number: string) =>
		admin.request.post('/api/session', { data: { number, password: `tereze-${number}` } });
	expect((await signIn(WINDOW_2)).status()).toBe(401);
	expect((await signIn(ADMIN)).status()).toBe(200);
	const view = (await (await admin.request.get('/api/registry')).json()) as RegistryView;
	expect(view.devices.find(({ window }) => window === '1')?.revokedAt).not.toBeNull();
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Әкімші бұл құрылғыны жүйеден ажыратты' })).toBeVisible();
	await expect(head.getByRole('link', { name: groupedNumber(number) })).toHaveCount(1);
});
