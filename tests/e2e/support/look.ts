import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';

const LANGUAGES = [
	['ҚАЗ, қазақша', 'kk'],
	['РУС, русский', 'ru']
] as const;
/** `area.someWords`, as it stands where a message was not there. */
const KEY = /\b[a-z]\w*\.[a-z]+[A-Z]\w*/u;
const WIDE = { width: 1366, height: 768 };
const TELEPHONE = { width: 390, height: 844 };

/** Looks at a screen in Kazakh, in Russian, and at the width of a telephone. */
export async function look(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole('navigation').first()).toBeVisible();
	await lookHere(page, path);
}

/** Looks at the screen as it stands. @param name of the step in the report */
export async function lookHere(page: Page, name: string): Promise<void> {
	await test.step(name, async () => {
		for (const [button, lang] of LANGUAGES) {
			await page.getByRole('button', { name: button }).click();
			await expect(page.locator('html')).toHaveAttribute('lang', lang);
			await expect(page.locator('main h1').first()).toBeAttached();
			await expect(page.locator('main'), 'no key of a message instead of its words').not.toContainText(KEY);
			await expectAccessible(page);
		}
		await expectNarrow(page);
		await page.getByRole('button', { name: LANGUAGES[0][0] }).click();
	});
}

/** Looks at a dialog in both languages, each time opened by its button and closed again; the Russian one also narrow. */
export async function lookAtDialog(page: Page, opened: Record<'kk' | 'ru', string>): Promise<void> {
	await test.step(opened.kk, async () => {
		const dialog = page.getByRole('dialog');
		for (const [button, lang] of LANGUAGES) {
			await page.getByRole('button', { name: button }).click();
			await page.getByRole('button', { name: opened[lang], exact: true }).first().click();
			await expect(dialog).toBeVisible();
			await expectAccessible(page);
			if (lang === 'ru') await expectNarrow(page);
			await page.keyboard.press('Escape');
			await expect(dialog).toHaveCount(0);
		}
		await page.getByRole('button', { name: LANGUAGES[0][0] }).click();
	});
}

/** At the width of a telephone nothing scrolls sideways. */
async function expectNarrow(page: Page): Promise<void> {
	await page.setViewportSize(TELEPHONE);
	await expectAccessible(page);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(TELEPHONE.width);
	await page.setViewportSize(WIDE);
}
