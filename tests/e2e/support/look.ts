import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { visit } from './visit.ts';

const WIDE = { width: 1366, height: 768 };
const TELEPHONE = { width: 390, height: 844 };
/** A wide screen at 400 % (WCAG 1.4.10). */
const NARROWEST = { width: 320, height: 700 };
/** Each language at one width: what axe asks of a screen takes a second, and words and width go wrong each for itself. */
const VIEWS = [
	{ lang: 'kk', button: 'ҚАЗ, қазақша', size: WIDE },
	{ lang: 'ru', button: 'РУС, русский', size: TELEPHONE }
] as const;
/** `area.someWords`, as it stands where a message was not there. */
const KEY = /\b[a-z]\w*\.[a-z]+[A-Z]\w*/u;

/** Looks at a screen in Kazakh, wide, and in Russian, at the width of a telephone. */
export async function look(page: Page, path: string): Promise<void> {
	await visit(page, path);
	await expect(page.getByRole('navigation').first()).toBeVisible();
	await lookHere(page, path);
}

/** Looks at the screen as it stands. @param name of the step in the report */
export async function lookHere(page: Page, name: string): Promise<void> {
	await test.step(name, () =>
		inEachView(page, async () => {
			await expect(page.locator('main h1').first()).toBeAttached();
			await expect(page.locator('main'), 'no key of a message instead of its words').not.toContainText(KEY);
			await expectAccessible(page);
		})
	);
}

/** Looks at a dialog in both languages, each time opened by its button and closed again. */
export async function lookAtDialog(page: Page, opened: Record<'kk' | 'ru', string>): Promise<void> {
	const dialog = page.getByRole('dialog');
	await test.step(opened.kk, () =>
		inEachView(page, async (lang) => {
			await page.getByRole('button', { name: opened[lang], exact: true }).first().click();
			await expect(dialog).toBeVisible();
			await expectAccessible(page);
			await page.keyboard.press('Escape');
			await expect(dialog).toHaveCount(0);
		})
	);
}

/** Does the same in each view; nothing scrolls sideways in any. Afterwards the screen is wide and Kazakh again. */
async function inEachView(page: Page, see: (lang: 'kk' | 'ru') => Promise<void>): Promise<void> {
	for (const { lang, button, size } of VIEWS) {
		await page.getByRole('button', { name: button }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', lang);
		await page.setViewportSize(size);
		await see(lang);
		expect(await widthOf(page)).toBeLessThanOrEqual(size.width);
	}
	await page.setViewportSize(NARROWEST);
	await expect.poll(() => widthOf(page), 'Russian at 320 px').toBeLessThanOrEqual(NARROWEST.width);
	await page.getByRole('button', { name: VIEWS[0].button }).click();
	await expect.poll(() => widthOf(page), 'Kazakh at 320 px').toBeLessThanOrEqual(NARROWEST.width);
	await page.setViewportSize(WIDE);
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
