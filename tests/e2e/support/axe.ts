import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { expect, type Page } from '@playwright/test';

/**
 * Only what is wrong is described: to name every sound element too takes longer than to look at it. The frames of a screen are
 * the hidden ones that print.
 */
const OPTIONS: RunOptions = { reporter: 'no-passes', resultTypes: ['violations'], iframes: false };

type WithAxe = typeof window & { axe?: { run: (options: RunOptions) => Promise<AxeResults> } };

/** No accessibility violation on the screen as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
	// It stays in the page until that is loaded anew.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	const { violations } = await page.evaluate((options) => (window as WithAxe).axe!.run(options), OPTIONS);
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`)).toEqual(
		[]
	);
}
