import { expect, type Page, test } from '@playwright/test';
import { accept, acceptVisit, fillVisit } from './support/acts.ts';
import { expectAccessible } from './support/axe.ts';
import { CENTER_HEAD, COLLECTION, cutLine, demoPin, deviceOf, unlock, WINDOW_1 } from './support/desk.ts';
import { wedge } from './support/scan.ts';
import { visit } from './support/visit.ts';

const DAY_MS = 86_400_000;

// A headless Chromium has no print dialog and now and then dies of being asked for one.
test.beforeEach(({ context }) => context.addInitScript(() => (window.print = () => undefined)));

/** Writes one single value of the device's store behind the application's back: what a fork leaves. */
async function putMeta(page: Page, key: string, value: unknown): Promise<void> {
	await page.evaluate(
		({ key, value }) =>
			new Promise<void>((done, failed) => {
				const open = indexedDB.open('tereze');
				open.onerror = () => failed(open.error);
				open.onsuccess = () => {
					const tx = open.result.transaction('meta', 'readwrite');
					tx.objectStore('meta').put({ key, value });
					tx.oncomplete = () => done(open.result.close());
					tx.onerror = () => failed(tx.error);
				};
			}),
		{ key, value }
	);
}

/** From an empty form to the refusal that is expected. */
async function tryToAccept(page: Page): Promise<void> {
	await page.goto('/window/accept');
	await expect(page.getByRole('heading', { name: 'Жаңа өтініш' })).toBeVisible();
	await fillVisit(page);
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: 'Жауаптарды тексеру' })).toBeVisible();
	await page.keyboard.press('Control+Enter');
}

test('D51 a clock a day behind the last record stops the intake until a head lets it go on', async ({ context }) => {
	await context.clock.install();
	const page = await deviceOf(context, WINDOW_1);
	await accept(page);
	// The note of the print is the last fact with the right time.
	await expect(page.getByText(/Қолхат пен жапсырма басып шығаруға берілді/)).toBeVisible();
	await context.clock.setSystemTime(Date.now() - 3 * DAY_MS);
	await tryToAccept(page);
	await expect(page.getByText('Құрылғының сағаты артта қалған').first()).toBeVisible();
	await page.getByRole('button', { name: 'Басшының рұқсаты' }).click();
	const ask = async (number: string) => {
		await page.getByLabel('Басшының қызметкер нөмірі').fill(number);
		await page.getByRole('dialog').getByLabel('PIN', { exact: true }).fill(demoPin(number));
		await page.getByRole('button', { name: 'Қабылдауға рұқсат беру' }).click();
	};
	await ask(COLLECTION);
	await expect(page.getByText('Орындайтын: Орталықтың басшысы')).toBeVisible();
	await expectAccessible(page);
	await ask(CENTER_HEAD);
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('heading', { name: 'Өтініш қабылданды' })).toBeVisible();
	await expect(page.getByText('Құрылғының сағаты қате болуы мүмкін').first()).toBeVisible();
});

test('N64 a device that lost its number says so, keeps what is typed, and gets a new one with the line', async ({
	context
}) => {
	const page = await deviceOf(context, WINDOW_1);
	// With a line it would ask for another one as soon as anything comes from the server.
	await cutLine(page);
	await putMeta(page, 'deviceNumber', null);
	await tryToAccept(page);
	await expect(page.getByText('Құрылғының нөмірі жоқ').first()).toBeVisible();
	await expect(page.getByText('Құрылғы нөмірі әлі берілмеген').first()).toBeVisible();
	await context.setOffline(false);
	await page.reload();
	await expect(page.getByText('Құрылғының нөмірі жоқ').first()).toBeHidden();
	await expect(page.getByLabel('Тегі', { exact: true })).toHaveValue('Оспанов');
	await acceptVisit(page);
});

test('S30 a fork and a restored server are told until somebody has read it', async ({ context }) => {
	const page = await deviceOf(context, WINDOW_1);
	await putMeta(page, 'sealed', [{ journal: 'before', seq: 3, hash: 'a'.repeat(64) }]);
	await page.evaluate(() => localStorage.setItem('tereze:told', '{"sealed":0,"epoch":"another"}'));
	await page.reload();
	const notices = page.getByRole('status');
	await expect(notices.filter({ hasText: 'Құрылғының ескі көшірмесі ашылған' })).toBeVisible();
	await expect(notices.filter({ hasText: 'Сервер сақтық көшірмеден қалпына келтірілді' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Жабу' }).first().click();
	await expect(notices.filter({ hasText: 'Құрылғының ескі көшірмесі ашылған' })).toBeHidden();
	await page.getByRole('button', { name: 'Жабу' }).click();
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Жұмысым' })).toBeVisible();
	await expect(notices.filter({ hasText: 'Сервер сақтық көшірмеден' })).toBeHidden();
});

test('N63 five wrong PINs cost a wait that a reload does not shorten', async ({ context }) => {
	const page = await deviceOf(context, WINDOW_1);
	await page.keyboard.press('F9');
	for (const left of [4, 3, 2, 1]) {
		await tryPin(page, '987654');
		await expect(page.getByText(`PIN дұрыс емес. Қалған талпыныс: ${left}`)).toBeVisible();
	}
	await tryPin(page, '987654');
	await expect(page.getByText('Күтіңіз: 1 мин')).toBeVisible();
	await page.reload();
	await tryPin(page, demoPin(WINDOW_1));
	await expect(page.getByText('Күтіңіз: 1 мин')).toBeVisible();
	await unlock(page, CENTER_HEAD);
});

async function tryPin(page: Page, pin: string): Promise<void> {
	await page.getByLabel('Қызметкер нөмірі').fill(WINDOW_1);
	await page.getByLabel('PIN', { exact: true }).fill(pin);
	await page.getByRole('button', { name: 'Құлыпты ашу' }).click();
}

test('R21 a window gives its shelf: the collector acts by number and PIN, the inspector countersigns', async ({
	context
}) => {
	const page = await deviceOf(context, WINDOW_1);
	const number = await accept(page);
	await visit(page, '/window/give');
	await expect(page.getByText('Сөредегі пакеттерді сканерлеңіз').first()).toBeVisible();
	await wedge(page, number);
	await expectAccessible(page);
	await page.getByLabel('Жинаушының қызметкер нөмірі').fill(COLLECTION);
	await page.getByLabel('Жинаушының PIN коды').fill(demoPin(COLLECTION));
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Пакеттер тапсырылды. Барлығы: 1')).toBeVisible();
	await visit(page, `/application/${number}`);
	const told = page.getByRole('listitem').filter({ hasText: 'Пакет жинақтау бөліміне тапсырылды' });
	await expect(told.first()).toContainText('Әлиева');
});

test('X20 an idle screen opens what is scanned, and says when it cannot', async ({ context }) => {
	const page = await deviceOf(context, WINDOW_1);
	const number = await accept(page);
	for (const idle of ['/work', '/journal', '/help', '/outbox', '/storage']) {
		await visit(page, idle);
		await expect(page.getByRole('navigation').first()).toBeVisible();
		await wedge(page, number);
		await expect(page).toHaveURL(new RegExp(`/application/${number}$`));
	}
	await visit(page, '/work');
	await expect(page.getByRole('navigation').first()).toBeVisible();
	await wedge(page, `${number.slice(0, 15)}${(Number(number[15]) + 1) % 10}`);
	await expect(page.getByText('Нөмір дұрыс оқылмады').first()).toBeVisible();
	await expect(page).toHaveURL(/\/work$/);
});
