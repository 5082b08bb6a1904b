import { type Locator, type Page } from '@playwright/test';

/**
 * What the eyes see of a text. Screen readers are told some words a second time, in a region of their own a moment later: whoever
 * looks for such words anywhere finds them once or twice, as fast as the machine is.
 */
export function seen(page: Page, text: string | RegExp): Locator {
	return page.getByText(text).and(page.locator(':not(.for-readers, .for-readers *)'));
}
