import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { badgeOnDisk } from './support/badge-on-disk.ts';
import { choosePin } from './support/begin.ts';
import { ADMIN, cutLine, demoPin, deviceAt, unlock, WINDOW_1, WINDOW_2 } from './support/desk.ts';
import { OwnServer } from './support/own-server.ts';
import { wedge } from './support/scan.ts';

let server: OwnServer | undefined;
const PIN = '905716';

/** How somebody came to each device and left it, as the server has it. */
function comings(dataDir: string, staff: string): string[] {
	const database = new DatabaseSync(join(dataDir, 'tereze.db'), { readOnly: true, timeout: 5000 });
	const rows = database.prepare("select text from facts where type in ('unlocked', 'locked') order by seq").all();
	database.close();
	const facts = rows.map(({ text }) => JSON.parse(String(text)) as Record<string, string>);
	const own = facts.filter(({ actor, session }) => actor === staff && session !== undefined);
	return [...Map.groupBy(own, ({ journal }) => journal).values()]
		.map((each) => each.map(({ type }) => type).join(' '))
		.sort();
}

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

test('N178 a badge opens a cold device without a line, is kept out of fields, and opens nothing once it is void', async ({
	browser
}) => {
	server = await OwnServer.start();
	const admin = await deviceAt(browser, server.origin, ADMIN);
	const own = await deviceAt(browser, server.origin, WINDOW_1);
	const cold = await deviceAt(browser, server.origin, WINDOW_2);

	await admin.getByRole('link', { name: 'Қызметкерлер тізілімі' }).click();
	await admin.getByRole('button', { name: /^Ашу: Сейітова/ }).click();
	await admin.getByRole('button', { name: 'Төсбелгі беру', exact: true }).click();
	const answered = admin.waitForResponse(
		(response) => response.url().endsWith('/api/registry') && response.request().method() === 'POST'
	);
	await admin.getByRole('button', { name: 'Төсбелгі беру', exact: true }).click();
	const { badges } = (await (await answered).json()) as { badges: [{ digits: string }] };
	const [{ digits }] = badges;
	await expect(admin.getByText('Картаны қазір басып шығарыңыз')).toBeVisible();
	await expect(admin.getByText('Төсбелгі содан кейін ғана аша бастайды')).toBeVisible();
	await expectAccessible(admin);
	await admin.getByRole('dialog').getByRole('button', { name: 'Жабу' }).last().click();
	await expect(admin.getByRole('row', { name: /Сейітова/ })).toContainText('төсбелгі PIN күтуде');

	// The PIN of before opens the screen, and a new one is asked for, which opens the badge too.
	await expect.poll(() => badgeOnDisk(own, WINDOW_1)).toBe('unready');
	await own.keyboard.press('F9');
	await own.getByLabel('Қызметкер нөмірі').fill(WINDOW_1);
	await own.getByLabel('PIN', { exact: true }).fill(demoPin(WINDOW_1));
	await own.keyboard.press('Enter');
	await expect(own.getByRole('heading', { name: 'Жаңа PIN қажет' })).toBeVisible();
	await own.getByLabel('Құпиясөз', { exact: true }).fill(`tereze-${WINDOW_1}`);
	await own.keyboard.press('Enter');
	await choosePin(own, PIN);
	await expect(own.getByRole('heading', { name: 'Жұмысым' })).toBeVisible();

	await expect.poll(() => badgeOnDisk(cold, WINDOW_1), { timeout: 30_000 }).toBe('ready');
	await cutLine(cold);
	await cold.keyboard.press('F9');
	await expectAccessible(cold);
	await cold.getByLabel('Қызметкер нөмірі').fill(WINDOW_1);
	await cold.getByLabel('PIN', { exact: true }).fill(PIN);
	await cold.keyboard.press('Enter');
	await expect(cold.getByRole('alert')).toContainText('төсбелгіңізді сканерлеп, PIN теріңіз');
	// The card under the scanner while the PIN has the focus.
	await cold.getByLabel('PIN', { exact: true }).focus();
	await cold.keyboard.type(digits);
	await cold.keyboard.press('Enter');
	await expect(cold.getByText('Сейітова Айгүл')).toBeVisible();
	await expect(cold.getByLabel('PIN', { exact: true })).toHaveValue('');
	await expectAccessible(cold);
	await cold.getByLabel('PIN', { exact: true }).fill('111111');
	await cold.keyboard.press('Enter');
	await expect(cold.getByRole('alert')).toContainText('PIN дұрыс емес');
	await cold.getByLabel('PIN', { exact: true }).fill(PIN);
	await cold.keyboard.press('Enter');
	await expect(cold.getByRole('button', { name: 'Сейітова А.Б.', exact: true })).toBeVisible();

	// Warm: a reload asks for nothing, the lock for the PIN alone.
	await cold.reload();
	await expect(cold.getByRole('button', { name: 'Сейітова А.Б.', exact: true })).toBeVisible();
	await cold.keyboard.press('F9');
	await cold.getByLabel('Қызметкер нөмірі').fill(WINDOW_1);
	await cold.getByLabel('PIN', { exact: true }).fill(PIN);
	await cold.keyboard.press('Enter');
	await expect(cold.getByRole('button', { name: 'Сейітова А.Б.', exact: true })).toBeVisible();

	await own.goto('/search');
	await own.getByRole('searchbox').focus();
	await wedge(own, digits);
	await expect(own.getByText('Бұл – қызметкердің төсбелгісі, қағаздың нөмірі емес', { exact: true })).toBeVisible();
	await expect(own.getByRole('searchbox')).toHaveValue('');

	await admin.getByRole('button', { name: /^Ашу: Сейітова/ }).click();
	await admin.getByRole('button', { name: 'Төсбелгінің күшін жою' }).click();
	await admin.getByRole('button', { name: 'Төсбелгінің күшін жою' }).click();
	await expect(admin.getByText(/^Төсбелгінің күші жойылды: Сейітова/)).toBeVisible();
	await expect(own.getByRole('heading', { name: 'Экран құлыптаулы' })).toBeVisible({ timeout: 30_000 });
	await wedge(own, digits);
	await expect(own.getByRole('alert')).toContainText('Бұл төсбелгі мұнда ашпайды');

	// How an office goes over to badges: all who have none, in one act and one print.
	await admin.getByRole('button', { name: 'Төсбелгі беру: 6' }).click();
	await admin.getByRole('dialog').getByRole('button', { name: 'Төсбелгі беру: 6' }).click();
	await expect(admin.getByText('Төсбелгілер берілді: 6')).toBeVisible();
	await expectAccessible(admin);
	await admin.getByRole('dialog').getByRole('button', { name: 'Картаны басып шығару' }).click();
	await admin.getByRole('dialog').getByRole('button', { name: 'Жабу' }).last().click();
	await expect(admin.getByText('төсбелгі PIN күтуде')).toHaveCount(5);

	// Each coming was signed, and the going recorded, also of the device that had no line.
	await cold.context().setOffline(false);
	const staff = `staff-${WINDOW_1}`;
	const both = ['unlocked locked', 'unlocked locked unlocked locked'];
	await expect.poll(() => comings(server!.dataDir, staff), { timeout: 30_000 }).toEqual(both);
});
