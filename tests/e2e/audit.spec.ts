import { expect, type Page, test } from '@playwright/test';
import { type OrgId } from '#lib/domain/fact/ids.ts';
import { expectAccessible } from './support/axe.ts';
import { ADMIN, AUTHORITY, deviceAt, WINDOW_2 } from './support/desk.ts';
import { OtherDevice } from './support/other-device.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';

const CENTER = { kind: 'org', org: 'center-04' as OrgId } as const;
let server: OwnServer | undefined;
test.afterEach(() => server?.end());

/** Opens the first fact of the list and gives back its journal's sign, place and hash. */
async function openFirst(page: Page): Promise<{ sign: string; seq: string; hash: string }> {
	await page
		.getByRole('button', { name: /^Ашу: / })
		.first()
		.click();
	const valueOf = (label: RegExp) =>
		page.getByRole('dialog').locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]').innerText();
	const [journal, seq] = [await valueOf(/^Журнал$/), await valueOf(/^Журналдағы орны$/)];
	const hash = await valueOf(/^Хеш/);
	await page.keyboard.press('Escape');
	return { sign: journal.slice(-4), seq, hash: hash.slice(0, 16) };
}

test('I150 I152 I153 an administrator reads the journal, compares a place of it, and has the server prove it', async ({
	browser
}) => {
	server = await OwnServer.start();
	const page = await deviceAt(browser, server.origin, ADMIN);
	await visit(page, '/admin/journal');
	await page.getByLabel('Жазба', { exact: true }).selectOption({ label: 'Қызметкер енгізілді' });
	await expect(page.getByRole('rowheader').first()).toBeVisible();
	await expectAccessible(page);
	const { sign, seq, hash } = await openFirst(page);
	await page.getByLabel('Құрылғы белгісі').fill(sign);
	await page.getByLabel('Орны', { exact: true }).fill(seq);
	await page.getByRole('textbox', { name: 'Парақтағы хеш' }).fill('мұндай хеш жоқ');
	await page.getByRole('button', { name: 'Салыстыру' }).click();
	await expect(page.getByText('Мұнда 16 таңба керек')).toBeVisible();
	await expect(page.getByRole('textbox', { name: 'Парақтағы хеш' })).toBeFocused();
	await page.getByRole('textbox', { name: 'Парақтағы хеш' }).fill(hash.replace(/(.{4})/g, '$1 '));
	await page.keyboard.press('Enter');
	await expect(page.getByText('Табылды: журналда дәл осы жазба тұр.')).toBeVisible();
	await page.getByRole('textbox', { name: 'Парақтағы хеш' }).fill('f'.repeat(16));
	await page.keyboard.press('Enter');
	await expect(page.getByText('Бұл орында басқа жазба тұр!')).toBeVisible();

	await page.getByRole('link', { name: 'Тексеру', exact: true }).click();
	await page.getByRole('button', { name: 'Қазір тексеру' }).click();
	await expect(page.getByText('Бәрі дәлелденді', { exact: true })).toBeVisible({ timeout: 15_000 });
	await expectAccessible(page);
});

test('I158 the authority settles a day that was set without a right; what was typed outlives a reload', async ({
	browser
}) => {
	server = await OwnServer.start();
	const other = await OtherDevice.enrol(server.origin, WINDOW_2);
	const body = { date: '2026-12-31', day: 'dayOff', reason: 'Мереке', tell: [] } as const;
	await other.send([{ type: 'calendarChanged', subject: CENTER, body: { ...body, tell: [] }, details: null }], 'admin');

	const page = await deviceAt(browser, server.origin, AUTHORITY);
	await visit(page, '/admin/journal/flags');
	await expect(page.getByText('31.12.2026 · демалыс күні · Мереке')).toBeVisible();
	await expectAccessible(page);
	const settle = page.getByRole('button', { name: 'Есепке алмау' });
	await settle.click();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Себебі көрсетілмеген. Қысқаша жазыңыз.')).toBeVisible();
	await page.getByLabel('Түсіндірме').fill('Мұндай бұйрық жоқ');
	await page.keyboard.press('Escape');
	await page.reload();
	await settle.click();
	await expect(page.getByLabel('Түсіндірме')).toHaveValue('Мұндай бұйрық жоқ');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Белгіленген жазба жоқ')).toBeVisible();
	await expect(async () => {
		await page.reload();
		await expect(page.getByText('Белгіленген жазба жоқ')).toBeVisible({ timeout: 2000 });
	}).toPass({ timeout: 15_000 });
});
