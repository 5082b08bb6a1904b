import { expect, type Page, test } from '@playwright/test';
import { reportDrill } from '#tests/drills/drilled.ts';
import { acceptedNumber, fillVisit } from './support/acts.ts';
import { allSent, signIn, WINDOW_1 } from './support/desk.ts';
import { takePapers } from './support/papers.ts';
import { visit } from './support/visit.ts';
import { groupedNumber } from './support/grouped-number.ts';

const MIB = 1024 * 1024;

type Disk = (quotaSize?: number) => Promise<void>;

/**
 * Gives the device a disk of so many bytes; without a number, as much as this machine has. By one session: what another one set would count
 * again as soon as this one sets nothing.
 */
async function diskOf(page: Page, origin: string): Promise<Disk> {
	const storage = await page.context().newCDPSession(page);
	return async (quotaSize) => {
		const size = quotaSize === undefined ? {} : { quotaSize };
		await storage.send('Storage.overrideQuotaForOrigin', { origin, ...size });
	};
}

const usedBytes = (page: Page): Promise<number> =>
	page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);

/**
 * Fills the disk to the last kilobyte, in a database of its own. A smaller quota alone is not enough: Chromium goes on writing for
 * half a minute on the room that it has measured before.
 */
async function fillDisk(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const opened = indexedDB.open('ballast');
		opened.onupgradeneeded = () => opened.result.createObjectStore('bytes', { autoIncrement: true });
		await new Promise((resolve) => (opened.onsuccess = resolve));
		const fits = (bytes: number) =>
			new Promise<boolean>((resolve) => {
				const transaction = opened.result.transaction('bytes', 'readwrite');
				// Random, or the disk packs it together.
				const value = new Uint8Array(bytes);
				for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(value.subarray(at, at + 65_536));
				transaction.objectStore('bytes').add(value);
				transaction.oncomplete = () => resolve(true);
				transaction.onabort = () => resolve(false);
			});
		for (let bytes = 4 * 1024 * 1024; bytes >= 256; bytes /= 2) while (await fits(bytes));
		opened.result.close();
	});
}

/** `npm run drill -- quota` fills it again and again. */
const FILLINGS = Number(process.env['FILLINGS'] ?? 1);

test('with a full disk nothing is accepted and no receipt is given; with room again the same form is', async ({
	page,
	context,
	baseURL
}) => {
	test.setTimeout(60_000 * FILLINGS);
	const papers = await takePapers(context);
	const giveDisk = await diskOf(page, baseURL!);
	await signIn(page, WINDOW_1);
	await allSent(page);
	const numbers: string[] = [];
	for (let round = 0; round < FILLINGS; round += 1)
		await test.step(`the disk is filled ${round + 1} times`, async () => {
			await giveDisk((await usedBytes(page)) + 64 * MIB);
			await visit(page, '/window/accept');
			await fillVisit(page, { surname: 'Толықбаев' });
			await page.keyboard.press('Control+Enter');
			await expect(page.getByRole('heading', { name: 'Жауаптарды тексеру' })).toBeVisible();

			await fillDisk(page);
			await page.keyboard.press('Control+Enter');
			await expect(
				page.getByText('Сақталмады: құрылғыда орын жоқ. Қолхат бермеңіз, әкімшіге хабарлаңыз.')
			).toBeVisible();
			await expect(page.getByRole('heading', { name: 'Өтініш қабылданды' })).toBeHidden();
			await papers.printed(round);
			await page.getByRole('button', { name: 'Артқа' }).click();
			await expect(page.getByLabel('Тегі', { exact: true })).toHaveValue('Толықбаев');
			await expect(page.getByLabel('Байланыс телефоны')).toHaveValue('8 701 123 45 67');

			await giveDisk();
			await page.keyboard.press('Control+Enter');
			await expect(page.getByRole('heading', { name: 'Жауаптарды тексеру' })).toBeVisible();
			await pressUntilAccepted(page);
			numbers.push(await acceptedNumber(page));
			await papers.printed(round + 1);
			await emptyDisk(page);
		});
	await visit(page, '/journal');
	for (const number of numbers) await expect(page.getByRole('link', { name: groupedNumber(number) })).toHaveCount(1);
	await expect(page.getByText('Толықбаев Ержан Қайратұлы')).toHaveCount(FILLINGS);
	expect(new Set(numbers).size).toBe(FILLINGS);
	await allSent(page);
	reportDrill({ drill: 'quota', runs: FILLINGS, acknowledged: numbers.length });
});

/** What filled the disk goes: a private window has no room for it many times over. */
const emptyDisk = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		const removing = indexedDB.deleteDatabase('ballast');
		await new Promise((resolve) => (removing.onsuccess = resolve));
	});

/** Chromium notices the new room late: until then the same is said again, and a person presses once more. */
async function pressUntilAccepted(page: Page): Promise<void> {
	const accepted = page.getByRole('heading', { name: 'Өтініш қабылданды' });
	await expect(async () => {
		if (!(await accepted.isVisible())) await page.keyboard.press('Control+Enter');
		await expect(accepted).toBeVisible({ timeout: 3000 });
	}).toPass({ timeout: 60_000 });
}
