import { expect, type Page } from '@playwright/test';

/** The list of acts begins with these, the last one first. */
export async function namesActs(page: Page, rows: readonly RegExp[]): Promise<void> {
	for (const [index, row] of rows.entries())
		await expect(page.locator('tbody tr').nth(index)).toHaveText(new RegExp(row.source, 's'), { useInnerText: true });
}
