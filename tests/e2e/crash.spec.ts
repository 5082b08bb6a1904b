import { rmSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { fillVisit } from './support/acts.ts';
import { draftsOnDisk } from './support/drafts-on-disk.ts';
import { newIin } from './support/iin.ts';
import { signIn, unlock, WINDOW_1 } from './support/desk.ts';
import { openMortalBrowser } from './support/mortal-browser.ts';
import { visit } from './support/visit.ts';

/** Milliseconds between the key and the end, a round each: before, during and after the saving. */
const MOMENTS = [0, 8, 16, 25, 40, 70, 150];
const SURNAMES = ['Алмасов', 'Берікова', 'Ғаниев', 'Дәуренова', 'Еркінов', 'Жәнібекова', 'Зейнолла'];

test('a draft survives a reload, and the lock comes back to it', async ({ page }) => {
	await page.addInitScript(() => (window.print = () => undefined));
	await signIn(page, WINDOW_1);
	await visit(page, '/window/accept');
	await fillVisit(page, { surname: 'Сақтаубаев' });
	const surname = page.getByLabel('Тегі', { exact: true });
	await expect(page).toHaveURL(/draft=/);
	const address = page.url();
	await page.keyboard.press('F9');
	await expect(page.getByRole('heading', { name: 'Экран құлыптаулы' })).toBeVisible();
	await unlock(page, WINDOW_1);
	await expect(surname).toHaveValue('Сақтаубаев');
	expect(page.url(), 'the same draft, not a new one').toBe(address);
	await page.reload();
	await expect(surname).toHaveValue('Сақтаубаев');
});

test('Chromium killed while an application is accepted: it is in the journal once, or the draft is there', async ({
	baseURL
}, info) => {
	test.setTimeout(240_000);
	const profile = info.outputPath('profile');
	let browser = await openMortalBrowser(profile, baseURL!);
	let page = await browser.context.newPage();
	await signIn(page, WINDOW_1);
	const saved: string[] = [];
	let drafts = 0;
	for (const [round, surname] of SURNAMES.entries()) {
		await test.step(`killed ${MOMENTS[round]} ms after the key`, async () => {
			const iin = newIin();
			await visit(page, '/window/accept');
			await expect(page.getByRole('heading', { name: 'Жаңа өтініш' })).toBeVisible();
			await fillVisit(page, { surname, iin });
			await page.keyboard.press('Control+Enter');
			await expect(page.getByRole('heading', { name: 'Жауаптарды тексеру' })).toBeVisible();
			// The last thing that was typed may be in memory for a quarter of a second.
			await expect.poll(() => draftsOnDisk(page)).toMatch(new RegExp(`"${iin}".*"sheets":"2"`));
			void page.keyboard.press('Control+Enter').catch(() => undefined);
			// The only pause that is no condition: the moment of the accident is what is tried here.
			await new Promise((resolve) => setTimeout(resolve, MOMENTS[round]));
			await browser.kill();

			browser = await openMortalBrowser(profile, baseURL!);
			page = await browser.context.newPage();
			await open(page);
			const number = await numberOf(page, iin);
			if (number !== null) saved.push(number);
			else {
				await draftIsWhole(page, surname, iin);
				drafts += 1;
			}
		});
	}
	expect(new Set(saved).size, 'no number twice').toBe(saved.length);
	expect(saved.length + drafts, 'nothing was lost').toBe(SURNAMES.length);
	info.annotations.push({ type: 'saved', description: `${saved.length}, drafts: ${drafts}` });
	await browser.context.close();
	rmSync(profile, { recursive: true, force: true });
});

/** A browser that was closed knows its device, and asks who sits before it. */
async function open(page: Page): Promise<void> {
	await page.goto('/');
	await unlock(page, WINDOW_1);
}

/** The number under which this person's application is known, exactly one; null where there is none. */
async function numberOf(page: Page, iin: string): Promise<string | null> {
	await visit(page, '/search');
	await page.getByRole('searchbox').fill(iin);
	const found = page.getByText(/^Табылды: \d+/).first();
	await expect(found.or(page.getByText('Ештеңе табылмады.').first())).toBeVisible();
	if (!(await found.isVisible())) return null;
	await expect(found).toHaveText('Табылды: 1');
	const address = await page.locator('main a[href^="/application/"]').first().getAttribute('href');
	return /\d{16}/.exec(address ?? '')![0];
}

async function draftIsWhole(page: Page, surname: string, iin: string): Promise<void> {
	await visit(page, '/window/accept');
	const parked = page.getByRole('navigation', { name: 'Кейінге қалдырылғандар' }).getByRole('link');
	// Drafts of earlier rounds may lie beside it: this one is the latest.
	await parked
		.filter({ hasText: `${surname[0]}.Е.` })
		.last()
		.click();
	await expect(page.getByText('Жазылып жатқан өтініш қайта ашылды')).toBeVisible();
	await expect(page.getByLabel('Тегі', { exact: true })).toHaveValue(surname);
	await expect(page.getByLabel('Аты', { exact: true })).toHaveValue('Ержан');
	await expect(page.getByLabel('Әкесінің аты (болса)')).toHaveValue('Қайратұлы');
	await expect(page.getByLabel('ЖСН', { exact: true })).toHaveValue(
		new RegExp(`^${iin.slice(0, 6)}\\s?${iin.slice(6)}$`)
	);
	await expect(page.getByLabel('Тұрғылықты мекенжайы')).toHaveValue('Шымкент қаласы, Төлеби көшесі, 12');
	await expect(page.getByLabel('Байланыс телефоны')).toHaveValue('8 701 123 45 67');
	const documents = page.getByRole('region', { name: 'Қоса берілген құжаттар' });
	await expect(documents.getByLabel('Парақ саны').nth(1)).toHaveValue('1');
	await expect(documents.getByLabel('Парақ саны').nth(2)).toHaveValue('2');
}
