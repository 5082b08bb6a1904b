import { type Page } from '@playwright/test';

/** What a key types on the Kazakh layout: its top row has no digits. */
const KAZAKH_TOP_ROW = [')', '"', 'ә', 'і', 'ң', 'ғ', ',', '.', 'ү', 'ұ'];

/**
 * Scans with a keyboard-wedge scanner while the Kazakh layout is on: real `code` events in quick succession, letters as keys, Enter
 * at the end. Dispatched in the page, for Playwright's own keyboard has no such layout.
 */
export async function wedge(page: Page, code: string): Promise<void> {
	await page.evaluate(
		({ code, row }) => {
			const target = document.activeElement ?? document.body;
			// A scanner's keys carry the times at which it sent them, however busy the machine is that reads them.
			let sentMs = performance.now() - 200;
			const press = (key: string, code: string) => {
				sentMs += 5;
				for (const type of ['keydown', 'keyup']) {
					const event = new KeyboardEvent(type, { key, code, bubbles: true, cancelable: true });
					Object.defineProperty(event, 'timeStamp', { value: sentMs });
					target.dispatchEvent(event);
				}
			};
			for (const digit of code) press(row[Number(digit)]!, `Digit${digit}`);
			press('Enter', 'Enter');
		},
		{ code, row: KAZAKH_TOP_ROW }
	);
}
