import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { accept } from './support/acts.ts';
import { allSent, CENTER_HEAD, deviceOf, WINDOW_1 } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';
import { groupedNumber } from './support/grouped-number.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

test('a server goes back to a backup: the device sends again what the backup lacks, and nothing is lost', async ({
	browser
}) => {
	test.setTimeout(120_000);
	server = await OwnServer.start();
	const atWindow = await browser.newContext({ baseURL: server.origin, locale: 'kk-KZ' });
	await atWindow.addInitScript(() => (window.print = () => undefined));
	const window1 = await deviceOf(atWindow, WINDOW_1);
	const before = await accept(window1, { surname: 'Бұрынғықызы' });
	await allSent(window1);
	const backup = join(server.dataDir, 'copy.db');
	await server.run('backup', backup);
	const after = await accept(window1, { surname: 'Кейінгіқызы' });
	await allSent(window1);
	const { epoch } = await server.health();

	await server.stop();
	const meanwhile = await accept(window1, { surname: 'Аралықтақызы' });
	await server.run('restore', backup);
	await server.start();
	expect((await server.health()).epoch, 'the restored server says that it is not what it was').not.toBe(epoch);

	const fresh = await browser.newContext({ baseURL: server.origin, locale: 'kk-KZ' });
	const head = await deviceOf(fresh, CENTER_HEAD);
	await visit(window1, '/outbox');
	await window1.getByRole('button', { name: 'Қазір жіберу' }).click();
	await allSent(window1);
	await expect(window1.getByText('Сервер сақтық көшірмеден қалпына келтірілді.')).toBeVisible();
	await visit(head, '/journal');
	for (const number of [before, after, meanwhile])
		await expect(head.getByRole('link', { name: groupedNumber(number) })).toHaveCount(1, { timeout: 20_000 });
	for (const surname of ['Бұрынғықызы', 'Кейінгіқызы', 'Аралықтақызы'])
		await expect(head.getByText(surname)).toHaveCount(1);
	await atWindow.close();
	await fresh.close();
});
