import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { accept } from './support/acts.ts';
import { expectAccessible } from './support/axe.ts';
import { badgeOnDisk } from './support/badge-on-disk.ts';
import { choosePin } from './support/begin.ts';
import { ADMIN, allSent, COLLECTION, cutLine, demoPin, deviceAt, WINDOW_1 } from './support/desk.ts';
import { groupedNumber } from './support/grouped-number.ts';
import { OwnServer } from './support/own-server.ts';
import { visit } from './support/visit.ts';

let server: OwnServer | undefined;
test.afterEach(() => server?.end());

const PIN = '905716';

/** An administrator gives badges to people, by the same call as the screen. */
async function badgesFor(admin: Page, numbers: readonly string[]): Promise<string[]> {
	return admin.evaluate(async (wanted) => {
		type View = { people: { id: string; number: string }[] };
		const { people } = (await (await fetch('/api/registry')).json()) as View;
		const staff = wanted.map((number) => people.find((person) => person.number === number)!.id);
		const commands = staff.map((each) => ({ kind: 'issueBadge', staff: each }));
		const body = JSON.stringify({ id: crypto.randomUUID(), as: 'admin', commands });
		const headers = { 'content-type': 'application/json' };
		const answer = await fetch('/api/registry', { method: 'POST', headers, body });
		return ((await answer.json()) as { badges: { digits: string }[] }).badges.map(({ digits }) => digits);
	}, numbers);
}

/** The badge begins to open with a PIN that was chosen after it. */
async function chooseNewPin(page: Page, number: string): Promise<void> {
	await expect.poll(() => badgeOnDisk(page, number), { timeout: 30_000 }).toBe('unready');
	await page.keyboard.press('F9');
	await page.getByLabel('Қызметкер нөмірі').fill(number);
	await page.getByLabel('PIN', { exact: true }).fill(demoPin(number));
	await page.keyboard.press('Enter');
	await page.getByLabel('Құпиясөз', { exact: true }).fill(`tereze-${number}`);
	await page.keyboard.press('Enter');
	await choosePin(page, PIN);
	await expect(page.getByRole('heading', { name: 'Жұмысым' })).toBeVisible();
}

/** What the server says of who was at the desk: each flag, and each that was withdrawn. */
function saidOfDesk(dataDir: string): string[] {
	const database = new DatabaseSync(join(dataDir, 'tereze.db'), { readOnly: true, timeout: 5000 });
	const rows = database.prepare("select stands from flags where reason = 'notAtDesk' order by fact").all();
	database.close();
	return rows.map(({ stands }) => (stands === 1 ? 'flagged' : 'withdrawn'));
}

test('D107 after a power cut without a line one works by badge, another under a stated number, who vouches later', async ({
	browser
}) => {
	server = await OwnServer.start();
	const window = await deviceAt(browser, server.origin, WINDOW_1);
	const unit = await deviceAt(browser, server.origin, COLLECTION);
	const admin = await deviceAt(browser, server.origin, ADMIN);
	const number = await accept(window, { surname: 'Құпияқызы' });
	await allSent(window);
	const [, digits] = await badgesFor(admin, [WINDOW_1, COLLECTION]);
	// At a third device, so that their own ones never had the keys.
	for (const who of [COLLECTION, WINDOW_1]) await chooseNewPin(admin, who);
	await allSent(admin);

	// After the power cut: no device has a key in its memory, and none has a line.
	for (const [page, who] of [
		[window, WINDOW_1],
		[unit, COLLECTION]
	] as const) {
		await expect.poll(() => badgeOnDisk(page, who), { timeout: 30_000 }).toBe('ready');
		await cutLine(page);
		await page.keyboard.press('F9');
	}
	await unit.getByLabel('PIN', { exact: true }).focus();
	await unit.keyboard.type(digits!);
	await unit.getByLabel('PIN', { exact: true }).fill(PIN);
	await unit.keyboard.press('Enter');
	await expect(unit.getByRole('heading', { name: 'Жұмысым' })).toBeVisible();
	await expect(unit.getByText(/Айтылған нөмірмен/)).toHaveCount(0);

	await window.getByRole('button', { name: 'Төсбелгім де, желі де жоқ' }).click();
	await expectAccessible(window);
	const stated = window.getByLabel('Қызметкер нөмірі');
	await expect(stated).toBeFocused();
	await window.keyboard.type('9999');
	await window.keyboard.press('Enter');
	await expect(window.getByRole('alert')).toContainText('Мұндай нөмірмен қызметкер жоқ');
	await stated.fill(WINDOW_1);
	await window.keyboard.press('Enter');
	await expect(window.getByText(/Айтылған нөмірмен жұмыс істеліп жатыр/)).toBeVisible();
	await expectAccessible(window);

	// Names are closed on every screen; the paper's number is not.
	await visit(window, `/application/${number}`);
	await expect(window.getByRole('heading', { name: 'Бұл бөлім қазір жабық' })).toBeVisible();
	await expectAccessible(window);
	await visit(window, '/window/give');
	await expect(window.getByText(groupedNumber(number)).first()).toBeVisible();
	await expect(window.getByText('Құпияқызы')).toHaveCount(0);
	const next = await accept(window, { surname: 'Жаңақызы' });
	await window.reload();
	await expect(window.getByText(/Айтылған нөмірмен жұмыс істеліп жатыр/)).toBeVisible();
	await visit(window, '/window/give');
	await expect(window.getByText(groupedNumber(next)).first()).toBeVisible();
	await expect(window.getByText('Жаңақызы')).toHaveCount(0);

	// The line is back: what was written is flagged, until its author says that it was theirs.
	await window.context().setOffline(false);
	await allSent(window);
	await expect.poll(() => saidOfDesk(server!.dataDir).includes('flagged'), { timeout: 15_000 }).toBe(true);
	await expect(window.getByText(/Айтылған нөмірмен жұмыс істеліп жатыр/)).toBeVisible();
	await window.keyboard.press('F9');
	await window.getByRole('button', { name: 'Құпиясөзбен кіру' }).click();
	await window.getByLabel('Қызметкер нөмірі').fill(WINDOW_1);
	await window.getByLabel('Құпиясөз', { exact: true }).fill(`tereze-${WINDOW_1}`);
	await window.keyboard.press('Enter');
	await expect(window.getByRole('heading', { name: 'Нөміріңізбен істелген жұмыс' })).toBeFocused();
	await expect(window.getByRole('row', { name: /Өтініш қабылданды/ })).toContainText(groupedNumber(next));
	await expectAccessible(window);
	await window.keyboard.press('Tab');
	await window.keyboard.press('Enter');
	await expect(window.getByRole('button', { name: 'Экранды құлыптау' })).toBeVisible();
	await expect(window.getByText(/Айтылған нөмірмен/)).toHaveCount(0);
	await visit(window, `/application/${number}`);
	await expect(window.getByText(/Құпияқызы/).first()).toBeVisible();
	await expect.poll(() => saidOfDesk(server!.dataDir).includes('flagged'), { timeout: 15_000 }).toBe(false);
	expect(saidOfDesk(server.dataDir).length).toBeGreaterThan(0);
});
