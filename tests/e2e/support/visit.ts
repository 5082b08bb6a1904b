import { type Page } from '@playwright/test';

/** Has nothing of its own to keep, and everybody may read it. */
const ELSEWHERE = '/help';

/**
 * Goes to a screen as its link does: the program stays loaded. A screen that is open already is left first, so that nothing of what
 * was done there is mistaken for what is done next. That each screen also opens by its address is a test of its own.
 */
export async function visit(page: Page, path: string): Promise<void> {
	const isOpen = (url: URL) => url.pathname === new URL(path, url).pathname;
	if (isOpen(new URL(page.url()))) await follow(page, ELSEWHERE);
	await follow(page, path);
}

async function follow(page: Page, path: string): Promise<void> {
	const target = new URL(path, page.url());
	await page.evaluate((href) => {
		const link = document.createElement('a');
		link.href = href;
		document.querySelector('main')!.append(link);
		link.click();
		link.remove();
	}, path);
	await page.waitForURL((url) => url.pathname === target.pathname);
}
